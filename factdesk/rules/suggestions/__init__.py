"""What is proposed as a claim, why, and in which order. What is told again is found in ``tellings/``."""
