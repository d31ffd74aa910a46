"""Alternative designs, built to be measured."""
