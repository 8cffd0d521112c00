"""What a person waits for in the real window, beside bare Qt (``floors/``) where that can do the same."""
