"""The desk file: the only floor that knows SQL."""
