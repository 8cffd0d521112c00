"""A whole day's work at the real window and the real command line, in a folder for what the day is about."""
