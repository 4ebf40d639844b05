"""What we decide: pure functions over frozen values."""
