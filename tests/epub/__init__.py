"""Tests of epub."""
