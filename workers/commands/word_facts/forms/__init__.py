"""Forms of a word: which of them a question offers, which meanings they belong to, and long forms."""
