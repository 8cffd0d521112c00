"""The case in work: session, steps, current row, words half typed. No pane and no room is known here."""
