"""Figures, names, dates and quotations of an article side by side, and where they disagree."""
