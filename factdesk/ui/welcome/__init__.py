"""What is seen before a desk is open."""
