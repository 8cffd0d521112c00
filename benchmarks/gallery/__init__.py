"""Pictures of every page, dialog and state, to be looked at after a change."""
