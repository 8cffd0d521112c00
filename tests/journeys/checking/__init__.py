"""A checker's own day: claims, labels, sources, registers, tellings, questions."""
