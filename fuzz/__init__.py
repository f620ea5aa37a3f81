"""Fuzz targets: one for each reader of what comes from outside."""
