"""Draws finished values with QtGui alone: functions from data and a rectangle to QPainter calls."""
