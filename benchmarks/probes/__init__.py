"""Scripts that run a part of the real program in a process of its own and print what it took."""
