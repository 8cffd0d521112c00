"""What is found in each sentence of an article, once for all rules. What follows from it is decided beside."""
