"""Trains the network that gives texts their meanings, on descriptions by people: `make train-meaning`."""
