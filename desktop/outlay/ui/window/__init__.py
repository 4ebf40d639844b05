"""The window: its own process, one page for each question."""
