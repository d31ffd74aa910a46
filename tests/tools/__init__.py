"""Tests of set-up, `make run` and the other developers' tools, and of files that no wing owns."""
