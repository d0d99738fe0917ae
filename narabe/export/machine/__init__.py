"""The machine-readable face of data: tables whose every column is defined, as workbook or as CSV files."""
