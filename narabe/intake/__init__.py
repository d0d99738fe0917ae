"""A person's file -> checked tables, or a list of problems (sheet, row, column, value, what to do)."""
