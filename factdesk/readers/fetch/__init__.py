"""One article from the web, when a person asks for it. What the page holds is read in ``web/``."""
