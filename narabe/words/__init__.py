"""Japanese and English: numbers, labels and sentences."""
