"""Broken books, each with what octavo says of it."""
