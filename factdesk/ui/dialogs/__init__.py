"""Windows that ask or tell one thing and give a typed answer; who opens them acts on it."""
