"""The facts of a desk: frozen values, one module for each word of the glossary."""
