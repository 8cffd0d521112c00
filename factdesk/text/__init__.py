"""Pure functions on a text: places, sentences, figures, names, quotations, hedges."""
