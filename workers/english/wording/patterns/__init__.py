"""Questions about the words that can stand behind a word: objects, prepositions, infinitives."""
