"""Replies as HTML: the pages of words."""
