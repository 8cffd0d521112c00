"""Where else the current claim or suggestion is told, linked or proposed."""
