"""What the store knows, as files that other programs read: tables, SDMX, a data package."""
