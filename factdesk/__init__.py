"""FactDesk: check an article line by line and print the record of it."""

__version__ = "0.1.0"

DESK_SUFFIX = ".factdesk"
"""Of the name of a desk's file."""
