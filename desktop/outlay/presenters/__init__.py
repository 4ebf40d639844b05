"""Turns answers into words and shown amounts. Knows no Qt and no store."""
