"""From the cells of a file to observations, by a description of its layout."""
