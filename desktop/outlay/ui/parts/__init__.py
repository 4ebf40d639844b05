"""Small widgets that popover and window are made of."""
