"""SQLite: which version is live, and how it became so."""

from narabe.ledger.live import Change, Ledger, Superseded, Version

__all__ = ["Change", "Ledger", "Superseded", "Version"]
