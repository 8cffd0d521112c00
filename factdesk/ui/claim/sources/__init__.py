"""The sources of a claim: listed, written down, proposed from the author's file."""
