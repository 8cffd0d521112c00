"""The report as one HTML page. What it says is decided above, in the parts it is given."""
