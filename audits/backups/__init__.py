"""What the portal keeps, written away whole, and whether what was written away would bring it back."""
