"""Another program at the desk, a step that waits, a step that is large."""
