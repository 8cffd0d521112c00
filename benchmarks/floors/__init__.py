"""The bare limit: minimal scripts that do the same visible work with the fastest technique we know."""
