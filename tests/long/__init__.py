"""What takes minutes to ask: `make judges` runs it, `make test` does not."""
