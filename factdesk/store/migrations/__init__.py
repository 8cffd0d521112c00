"""The history of the schema, a module for each step; a step that shipped is never changed."""
