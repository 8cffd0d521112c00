"""The window: the one folder of ``ui/`` that knows a session, and joins the panes to it."""
