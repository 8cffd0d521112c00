"""FactDesk: check an article line by line and print the record of it."""

__version__ = "0.1.0"
