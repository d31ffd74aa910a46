"""The wording of marks of usage: what they say of meanings, and short answers about one word or two."""
