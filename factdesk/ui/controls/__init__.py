"""What several panes are made of. None of it knows a word of the glossary."""
