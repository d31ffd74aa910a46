"""The optional extra, really installed: `make test-pronunciation` does that, apart from everything else."""
