"""The wording of replies to `ask`: sentences for people, one file a kind."""
