"""What to ask the author: hedges, and questions with their letter."""
