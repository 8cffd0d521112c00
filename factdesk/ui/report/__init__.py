"""The report's pages on the screen and on paper. What stands on them is made in ``factdesk/report/``."""
