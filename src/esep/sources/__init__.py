"""From a provider's file to an accepted release: readers, mapping, expectations, loading."""
