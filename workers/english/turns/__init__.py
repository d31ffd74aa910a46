"""A turn of a conversation: what it takes from the answer before it."""
