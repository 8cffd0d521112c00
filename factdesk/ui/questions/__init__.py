"""The questions to the author as they are listed, worded and answered. What to ask is found in ``rules/author/``."""
