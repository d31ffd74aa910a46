# ruff: noqa: E501 (a table reads best with one row to a line; Korean is meant)
"""The sentences for everything that is no question about a word, in the voice of one person."""

from __future__ import annotations

from typing import Final

OPENERS: Final = ["define serendipity", "synonyms of happy", "parts of a car", "surprise me"]

SAYINGS: Final[dict[str, str]] = {
    "greeting": "Hello! Ask me about any English word: what it means, its opposite, what it is a kind of.",
    "how_are_you": "I'm fine, thank you. Which word can I look up for you?",
    "thanks": "You're welcome! Ask me about another word whenever you like.",
    "goodbye": "Goodbye! Come back whenever a word puzzles you.",
    "compliment": "Thank you, I'm glad that helped. Is there another word you'd like to know?",
    "complaint": "I'm sorry, that wasn't what you meant. Could you put it another way, for example “synonyms of happy”?",
    "about_bot": "I'm Wordwire, a dictionary bot: a program, not a person. My words come from Princeton's WordNet.",
    "no": "All right. Which word would you like to know about?",
    "yes": "Yes to what? Ask me about a word, for example “define serendipity”.",
    "more": "There is nothing to continue yet. Ask me about a word first.",
    "repeat": "You haven't asked me about a word yet. Try “define serendipity”.",
    "out_of_scope": "I can't help with that: I only know English words and the phrases that WordNet (2006) has, for example their meanings, opposites and kinds.",
    "unclear": "I'm not sure what you mean. Ask me about a word, for example “what does serendipity mean?”",
}
OUT_OF_SCOPE_IN_KOREAN: Final = (
    "저는 영어 단어만 도와드릴 수 있어요. 예를 들어 “happy 뜻”이나 “synonyms of happy”처럼 물어보세요."
)

HELP: Final = (
    "Ask about a word in your own words: “what does flange mean?”, “opposite of hot”, “parts of a car”,"
    " “how similar are cat and dog?”. Then go on: “and as a verb?”, “what about slow?”."
)

# Questions about words that WordNet can't answer.
UNSERVED: Final[dict[str, str]] = {
    "etymology": "I don't know the history of words, because WordNet doesn't have it.",
    "translate": "I only know English, so I can't translate.",
    "grammar": "I can't judge grammar; I know single words and names.",
    "text_help": "I can't correct or explain whole texts; I know single words and names.",
    "quiz": "I have no quiz, but I can surprise you with a word: try “surprise me”.",
    "other": "I understand the question, but I can't answer it yet.",
}
# Where such a question is answered.
ELSEWHERE: Final[dict[str, str]] = {
    "etymology": "An etymological dictionary has it, such as Wiktionary or etymonline.com.",
    "translate": "A dictionary of both languages can, such as Wiktionary.",
    "grammar": "A grammar or a learner's dictionary can.",
}
ENGLISHES: Final = "WordNet rarely says in which country people use a word."
