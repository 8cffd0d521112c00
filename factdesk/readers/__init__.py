"""Files, pages and addresses that become drafts of articles."""
