"""What an article tells more than once, and what differs between two tellings."""
