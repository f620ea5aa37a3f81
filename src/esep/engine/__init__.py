"""Where expressions over statistics are run: the only package that knows a query engine."""
