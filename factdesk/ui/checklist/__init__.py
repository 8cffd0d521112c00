"""The rows of a case: listed, filtered, sought, drawn. The current one is shown whole in ``claim/``."""
