"""Awkward files, made by script: good ones with what they must yield, bad ones with what must be said."""
