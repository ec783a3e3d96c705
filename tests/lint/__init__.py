"""Rules that a work is held to."""
