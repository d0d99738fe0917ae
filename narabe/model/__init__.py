"""Frozen values every other room speaks in. Standard library only."""
