"""A register as a list to go through and tick. What stands in it is found in ``rules/registers/``."""
