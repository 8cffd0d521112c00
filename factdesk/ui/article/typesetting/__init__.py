"""Rows of the article broken into lines, and where each stands. Nothing is drawn here."""
