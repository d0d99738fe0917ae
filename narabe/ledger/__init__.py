"""SQLite: which version is live and how it became so, and what departments wrote."""

from narabe.ledger.live import Change, Ledger, Superseded, Version
from narabe.ledger.remarks import Remarks

__all__ = ["Change", "Ledger", "Remarks", "Superseded", "Version"]
