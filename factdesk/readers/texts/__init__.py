"""Plain text and Markdown: the only formats that are read in FactDesk's own process."""
