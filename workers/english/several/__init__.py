"""Two terms or several forms of a word in one question."""
