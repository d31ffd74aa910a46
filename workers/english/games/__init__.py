"""Puzzles and games with letters: words with open letters, tiles that make words, and their rules."""
