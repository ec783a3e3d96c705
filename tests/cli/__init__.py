"""The command line, called as at a terminal."""
