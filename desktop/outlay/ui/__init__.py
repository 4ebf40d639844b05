"""The tray face: lays out what presenters made and forwards wishes."""
