"""Our answers beside those of `wn`, the program that Princeton wrote for WordNet: `make test-wn`."""
