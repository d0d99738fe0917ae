"""Result -> files people take away."""
