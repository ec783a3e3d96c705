"""Decks and banks of questions: what they hold, and that other programs read them."""
