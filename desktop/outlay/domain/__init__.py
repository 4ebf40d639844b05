"""What the words mean: frozen values on the standard library alone."""
