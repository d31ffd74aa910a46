"""Deliberate faults: each test states the permitted losses (none) and the permitted delay."""
