"""Places of the tabs of a claim's page."""

WRITING, SOURCES, TELLINGS, HISTORY = range(4)
