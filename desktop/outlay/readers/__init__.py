"""Everything that is read from outside: one file a format."""
