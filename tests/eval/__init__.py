"""`make eval` measures how well we understand questions, on the labelled utterances of tests/data."""
