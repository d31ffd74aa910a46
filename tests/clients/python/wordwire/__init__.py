"""Tests of the package wordwire: against real servers, and against servers that are none."""
