"""Turn a composed document into the bytes of a file."""
