"""How a fact becomes a row and a row a fact, a module for each word. Who writes rows is ``writer.py`` alone."""
