"""How a file keeps the Digital Agency's 30 rules for machine-readable data (2026-03-31)."""

from narabe.intake.readability.judge import judge

__all__ = ["judge"]
