"""The report as data, and what writes it in each format."""
