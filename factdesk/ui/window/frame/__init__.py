"""What frames the case: panes and their dividers, lists, notices, title and foot."""
