"""Tests of drawings made from data."""
