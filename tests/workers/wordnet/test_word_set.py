"""A text becomes a set of words."""

from workers.wordnet.word_set import word_set


def test_white_space_separates_the_words() -> None:
    assert word_set("\n    ox goose\n    ox\n") == {"ox", "goose"}
