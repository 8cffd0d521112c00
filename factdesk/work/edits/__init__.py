"""Every change a person can make to a desk, each a frozen value that applies itself to the rows."""
