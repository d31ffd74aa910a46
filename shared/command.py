"""The traits of a command, of which shared/catalog.py has one row for each."""

from __future__ import annotations

from msgspec import Struct


class Command(Struct, frozen=True):
    """One command, with all its traits; `word` and `word2` are the terms that `example` asks about."""

    name: str
    title: str  # in the web client's menu
    summary: str
    example: str  # in plain English
    word: str = ""
    word2: str = ""
    needs_word: bool = True
    needs_second_word: bool = False
    takes_pos: bool = True  # a part of speech narrows the answer
    is_topic: bool = True  # a follow-up question can refer to it: "and as a verb?"
    is_cacheable: bool = True  # the same lookup always has the same answer
    is_about_form: bool = False  # about spelling or sound, so the term need not be a word
    is_of_sound: bool = False  # its answer comes from the pronouncing dictionary instead of WordNet
    is_literal: bool = False  # the term is taken letter by letter, as typed
    is_in_menu: bool = True  # the web client's menu offers it
    is_expensive: bool = False  # it may take a worker more than 3 ms
    gives_words: bool = True  # its answer consists of words, each of which can be looked up
    gives_one_word: bool = False
    where_suffices: bool = False  # conditions (`where`) can take the place of the word
    needs_model: bool = False  # it takes a network milliseconds, so it waits among the questions
    most_characters: int = 100  # of its word
    takes_sentence: bool = False  # the meaning that fits a sentence can come first
    takes_second_word: bool = False  # `word2` narrows the answer
    takes_form: bool = False  # `form` names one of the word's inflected forms

    @property
    def is_list(self) -> bool:
        """Whether the answer is a list of words, which conditions (`where`) can narrow."""
        return self.gives_words and not self.gives_one_word

    @property
    def terms(self) -> dict[str, str]:
        """The terms that it needs, by their field in `my_message`: those of its example."""
        needed = {"word": self.needs_word, "word2": self.needs_second_word}
        return {field: getattr(self, field) for field, is_needed in needed.items() if is_needed}

    @property
    def fields(self) -> set[str]:
        """The fields of `my_message` that it takes."""
        taken = {
            "word2": self.takes_second_word,
            "pos": self.takes_pos,
            "form": self.takes_form,
            "sentence": self.takes_sentence,
            "where": self.is_list,
        }
        return {*self.terms, *(field for field, takes in taken.items() if takes)}
