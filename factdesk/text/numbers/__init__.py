"""Figures in a text: where they stand, what they count, and how they are written out."""
