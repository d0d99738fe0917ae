"""SQLite: which version is live and how it became so, what was imported, what departments wrote,
which views they saved, and the rooms that vote."""

from narabe.ledger.imports import Imports
from narabe.ledger.live import Change, Ledger, Superseded, Version
from narabe.ledger.remarks import Remarks
from narabe.ledger.rooms import Rooms
from narabe.ledger.views import NameTaken, Views

__all__ = ["Change", "Imports", "Ledger", "NameTaken", "Remarks", "Rooms", "Superseded", "Version", "Views"]
