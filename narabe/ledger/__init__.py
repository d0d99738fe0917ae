"""SQLite: which version is live, and how it became so."""

from narabe.ledger.live import Ledger, Version

__all__ = ["Ledger", "Version"]
