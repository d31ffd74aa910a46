"""Clients for tests: the Python reference client, a light one for load, and a raw one for abuse."""
