"""The report as Markdown. What it says is decided above, in the parts it is given."""
