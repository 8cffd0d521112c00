"""Rich text (.rtf): from its control words to paragraphs."""
