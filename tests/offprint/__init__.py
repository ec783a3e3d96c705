"""Tests of offprint."""
