"""Books opened in a reading engine, in a browser, and read as a reader would."""
