"""Documents and mails, a reader for each format; they run behind ``guard/``."""
