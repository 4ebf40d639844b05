"""Readers of work that is tracked elsewhere: one file a format."""
