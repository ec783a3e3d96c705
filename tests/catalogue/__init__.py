"""Catalogues: what they say of a work, and that it is what their standards let them say."""
