"""How words sound: phones, syllables, transcriptions and rhymes, from the CMU Pronouncing Dictionary."""
