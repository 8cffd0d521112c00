"""Dialogs that are Qt's own, by keyboard alone."""
