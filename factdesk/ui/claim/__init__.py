"""The current row: a claim with all that is said of it, or a suggestion to decide."""
