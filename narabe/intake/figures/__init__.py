"""A person's tables of monthly and yearly figures -> input tables of metrics."""

from narabe.intake.figures.catalogue import catalogue
from narabe.intake.figures.convert import convert
from narabe.intake.figures.propose import propose
from narabe.intake.figures.said_periods import period_said

__all__ = ["catalogue", "convert", "period_said", "propose"]
