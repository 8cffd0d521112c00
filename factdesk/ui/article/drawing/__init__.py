"""What is drawn over the article's words that are in sight, and nothing that decides what is marked."""
