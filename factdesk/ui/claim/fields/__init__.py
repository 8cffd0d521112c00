"""Fields a person types in, which give their words once, when they are left."""
