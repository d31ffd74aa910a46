"""Encodes all meanings: `make vectors`."""
