"""Machine-readability."""
