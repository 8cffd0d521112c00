"""What is measured: speed, memory, endurance, how good proposals are. The program knows nothing of it."""
