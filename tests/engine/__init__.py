"""What is stale and why, and the making of it, with steps that make nothing real."""
