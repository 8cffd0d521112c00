"""The process in which readers run, without network and files. No format is known here."""
