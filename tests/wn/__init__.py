"""`make test-wn` compares our answers with those of `wn`, Princeton's own program for WordNet."""
