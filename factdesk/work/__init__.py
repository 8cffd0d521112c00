"""The session at a desk, its edits, and the jobs done beside it."""
