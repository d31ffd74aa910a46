"""Corrections of misspelt words, and the indexes for them."""
