"""What the commands do, a room for each kind of work. No room knows the window."""
