"""SQLite: which version is live and how it became so, what was imported, and what departments wrote."""

from narabe.ledger.imports import Imports
from narabe.ledger.live import Change, Ledger, Superseded, Version
from narabe.ledger.remarks import Remarks

__all__ = ["Change", "Imports", "Ledger", "Remarks", "Superseded", "Version"]
