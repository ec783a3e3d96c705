"""Covers: their sheet, their drawing, their files."""
