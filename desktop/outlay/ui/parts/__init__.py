"""Small widgets the popover is made of."""
