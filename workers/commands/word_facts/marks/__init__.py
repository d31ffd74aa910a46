"""Marks of usage on words and meanings: those of WordNet, and our own."""
