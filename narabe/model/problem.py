"""What went wrong, said so that the reader knows what to do."""

from narabe.model.text import EMPTY, Text


class Problem(Exception):
    """An expected failure with a message for people: what, where, and what to do."""

    def __init__(self, message: Text, advice: Text = EMPTY) -> None:
        super().__init__(message.en)
        self.message = message
        self.advice = advice

    def __reduce__(self) -> tuple:
        """Whole again in another process."""
        return type(self), (self.message, self.advice)
