"""Articles on their way in, in every form they come."""
