"""The inflected forms of lemmas: plurals, verb forms and degrees."""
