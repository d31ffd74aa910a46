"""Conditions on the words of an answer: one added to others, and a filter by all of them."""
