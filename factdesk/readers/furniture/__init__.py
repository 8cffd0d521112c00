"""What a page hangs on an article, told by words and neighbours. What HTML says of it is asked in ``web/``."""
