"""Tests of the shipped book: its text, its pages, its files."""
