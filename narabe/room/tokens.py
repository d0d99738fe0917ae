"""Codes, keys and tokens: who may steer, who joined, and that a form came from our own page.

A participant holds a random token, signed by the room; the ledger keeps a mark of it that cannot be turned back.
"""

import hashlib
import hmac
import secrets
import unicodedata

LETTERS = "23456789BCDFGHJKMNPQRSTVWXYZ"
"""Without letters that are read as one another, and without vowels: a code spells no word."""
CODE_LENGTH = 6


def new_code() -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))


def plain_code(typed: str) -> str:
    """A code however it is typed: full-width, small, with spaces or hyphens."""
    upper = unicodedata.normalize("NFKC", typed).upper()
    return "".join(letter for letter in upper if letter in LETTERS)


def new_secret() -> bytes:
    return secrets.token_bytes(32)


def new_key() -> str:
    """What a facilitator shows to steer."""
    return secrets.token_urlsafe(16)


def key_cookie(code: str) -> str:
    """The cookie that holds the key of a room."""
    return f"narabe_key_{code}"


def key_mark(secret: bytes, key: str) -> str:
    """What is kept of a facilitator's key."""
    return _signed(secret, "key", key)


def new_token(secret: bytes) -> str:
    """A participant's token: random, with the room's signature."""
    nonce = secrets.token_urlsafe(12)
    return f"{nonce}.{_signed(secret, 'join', nonce)}"


def voter(secret: bytes, token: str) -> str | None:
    """The mark of a participant; None where the room did not sign the token."""
    nonce, _, signature = token.partition(".")
    if not hmac.compare_digest(signature.encode(), _signed(secret, "join", nonce).encode()):
        return None
    return _signed(secret, "voter", nonce)


def form_token(secret: bytes, step: int, round: int, whose: str) -> str:
    """Stands in a form: only our page for this participant, step and round has it."""
    return _signed(secret, "form", str(step), str(round), whose)


def fits(given: str, expected: str) -> bool:
    """Whether two marks are the same, told in the same time either way."""
    return hmac.compare_digest(given.encode(), expected.encode())


def _signed(secret: bytes, *parts: str) -> str:
    return hmac.new(secret, "\n".join(parts).encode(), hashlib.sha256).hexdigest()[:32]
