"""WordNet in memory: its files, the snapshot, the lexicon, Morphy and spelling."""
