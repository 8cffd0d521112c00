"""Web pages: every block kept, each flagged as article or furniture. They are fetched in ``fetch/``."""
