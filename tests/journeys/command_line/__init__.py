"""The verbs, each in a process of its own."""
