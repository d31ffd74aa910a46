"""Facts about a word itself: whether it is one, how it is used, and the sentences that a verb forms."""
