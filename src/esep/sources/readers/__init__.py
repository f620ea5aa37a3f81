"""One module per layout of file: bytes in, rows with their line numbers out."""
