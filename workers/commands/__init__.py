"""The commands: a table of functions over the lexicon, one file for each family."""
