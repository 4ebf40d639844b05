"""What spend went into. Open `parameters.py` first, then `model.py`, which walks the rules in their order."""
