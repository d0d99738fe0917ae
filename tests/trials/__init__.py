"""Trials against foreign programs: never part of the tests."""
