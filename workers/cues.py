# ruff: noqa: E501 (a table reads best with one row to a line)
"""The words whose presence decides when no rule fits, if the rest of the sentence is a term, or one pronoun."""

from __future__ import annotations

from typing import Final

# Written as the rules of phrases.py are; the special ones first.
# fmt: off
CUES: Final[tuple[tuple[str, str], ...]] = (
    ("pos", "part_of_speech|word class|kind of word|P or (A)? P|be it (A)? P"),
    ("rhymes", "rhyme"),
    ("pronunciation", "pronounce|pronounced|pronunciation"),
    ("lemmatizer", "lemma|lemmatize|singular|base form|root form|root word|dictionary form|infinitive|uninflected"),
    ("derivations", "derivation|derivative|derived|word family|P form|word (DO )?come from|related word|related form"),
    ("synonyms", "synonym|thesaurus|(another|other|different|alternative) (word|way)|same meaning|similar word|same thing|what else (DO )?(i |you |we |one )?(say|use)"),
    ("antonyms", "antonym|opposite"),
    ("hypernyms", "hypernym|a kind of$|kind of thing|kind of what|broader|more general|category"),
    ("hyponyms", "hyponym|kind|subtype|more specific"),
    ("holonyms", "holonym|part of$|part of what|member of$|belong to"),
    ("meronyms", "meronym|made of|made from|part|component|consist"),
    ("entailments", "entail|entailment"),
    ("similarity", "similarity|alike|difference|compare|similar"),
    ("examples", "example|sentence|in context|used|usage"),
    ("overview", "overview|everything|tell me more|more about|know more|more detail|all about"),
    ("definition", "mean|meaning|definition|define"),
)
# fmt: on
