"""The command line: results to stdout, narration to stderr."""
