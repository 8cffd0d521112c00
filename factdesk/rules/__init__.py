"""What is proposed, found and counted, given facts alone."""
