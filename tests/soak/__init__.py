"""Long runs, by `make test-soak`; not in CI."""
