"""Long runs for `make test-soak`; CI leaves them out."""
