"""Second reading of the published plans, checked against the CSV files."""
