"""A turn of a conversation, with its references to the last answer."""
