"""Tests of the contract between gateway and workers."""
