"""Pure numbers: no files, no database, no words."""
