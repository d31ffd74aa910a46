"""Finds names: by a hash of the whole, and by their letters, the commonest first."""
