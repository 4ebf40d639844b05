"""How a widget says that it paints its focus ring itself, around the part of it that has the keyboard."""

OWN_RING = "paintsOwnRing"
"""The property that the window's focus ring looks for."""
