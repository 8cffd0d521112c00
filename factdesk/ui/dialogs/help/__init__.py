"""First steps, the sheet of keys, and what FactDesk is."""
