"""The figures a region's governor reports to the head of state."""

__version__ = "2026.11.0"
