"""The command line: the same answers as the app, as text or JSON."""
