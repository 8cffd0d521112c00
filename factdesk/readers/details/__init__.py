"""Who wrote an article, when, and what is odd about where it came from: proposed with its place, never decided."""
