"""Turns answers into chart data (types in domain/pictures.py), without any UI."""
