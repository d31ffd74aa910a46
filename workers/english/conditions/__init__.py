"""Conditions on an answer, from the words of a question to the fields of a `where`."""
