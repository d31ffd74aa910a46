"""Tests of set-up and `make run`."""
