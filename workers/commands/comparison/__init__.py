"""Two words compared: their similarity, their difference, and whether one is a kind of the other."""
