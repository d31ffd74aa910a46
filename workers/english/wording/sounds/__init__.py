"""The wording of what sounds tell: pronunciations that are compared, and articles."""
