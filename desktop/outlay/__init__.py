"""Outlay: your AI outlay, next to your output."""

__version__ = "0.1.0"
