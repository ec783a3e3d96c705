"""A small book that is edited and built again and again."""
