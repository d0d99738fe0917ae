"""Narabe (並べ): what residents say beside what a city's services do.

Importing the package loads nothing heavy; each room is imported by whoever needs it.
"""
