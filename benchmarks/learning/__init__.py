"""Makes the weights that ship in ``resources/rules``. How good they are is measured in ``quality/``."""
