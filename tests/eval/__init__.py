"""How well questions are understood: `make eval` measures it on the labelled utterances of tests/data."""
