"""Result -> table."""
