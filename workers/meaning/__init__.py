"""The meanings of words as vectors: from a description to words, and from a sentence to a sense."""
