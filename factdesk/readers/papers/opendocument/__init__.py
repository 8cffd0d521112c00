"""OpenDocument texts (.odt), with their lists and the author's comments."""
