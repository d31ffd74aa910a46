# ruff: noqa: E501 (a table reads best with one row to a line)
"""The words that questions are made of, however they are typed, as one canonical word each.

FORMS maps a typed word to its canonical one; what is not listed is its own canonical word. workers/sentences.py
also takes a word that is nearly one of these for it, unless it is a word of its own.
"""

from __future__ import annotations

from typing import Final


def _forms(table: str) -> dict[str, str]:
    """Return typed → canonical from lines of `canonical: typed typed …` (`_` for a blank in either)."""
    forms: dict[str, str] = {}
    for line in table.strip().splitlines():
        canonical, typed = line.split(":")
        for word in [canonical.strip(), *typed.split()]:
            forms.setdefault(word.replace("_", " "), canonical.strip().replace("_", " ").replace("$", "_"))
    return forms


def words(text: str) -> frozenset[str]:
    """Return the words of `text`, as a set."""
    return frozenset(text.split())


# Words that a typo is looked for in: long enough, and telling enough, that a near miss is meant to be one.
TELLING: Final[dict[str, str]] = _forms("""
    synonym: synonyms synonymous synonymes
    antonym: antonyms antonymous
    opposite: opposites
    definition: definitions
    define: defines defining
    meaning: meanings
    mean: means
    example: examples
    sentence: sentences
    lemma: lemmas lemmata
    lemmatize: lemmatise lemmatizing lemmatized lemmatization lemmatizer
    singular: singulars
    infinitive: infinitives
    dictionary:
    hypernym: hypernyms hyperonym hyperonyms
    hyponym: hyponyms
    meronym: meronyms
    holonym: holonyms
    entail: entails entailing entailed
    entailment: entailments
    derivation: derivations
    derivative: derivatives
    derived:
    similarity: similarities
    similar:
    difference: differences
    different:
    compare: compares comparing comparison
    between:
    rhyme: rhymes rhyming rhymed rime rimes
    pronounce: pronounces pronouncing
    pronounced:
    pronunciation: pronunciations pronounciation pronounciations
    overview: overviews
    everything:
    random:
    surprise:
    help:
    hello:
    thanks:
    thank:
    please:
    which:
    what:
    another:
    speech:
    noun: nouns
    verb: verbs
    adjective: adjectives
    adverb: adverbs
    category: categories
    classified:
    grammatical: grammar
    grammatically:
    thesaurus:
    component: components
    explain: explains
    describe:
    instead:
    does:
    word: words
""")

# Typos are looked for in these, too, though nothing else is made of them: they can be asked about.
OF_GREETINGS: Final[tuple[str, ...]] = ("morning", "afternoon", "evening", "greetings")

# Words and abbreviations taken as they stand.
PLAIN: Final[dict[str, str]] = _forms("""
    what: wat wut waht wht wot whut wha
    what_be: whats wats wuts whatis wots
    who_be: whos
    how_be: hows
    where_be: wheres
    that_be: thats
    be: is are was were am been being isa iz
    be_not: isnt isn't aren't wasn't arent wasnt ain't
    do: does did doing dose doe duz
    do_not: don't dont doesn't doesnt didn't didnt
    can: cud
    can_not: cannot can't cant
    i_would: i'd
    i_be: i'm im
    i_have: i've
    it_be: it's
    you_would: you'd
    you: u ya yu
    your: ur yr
    let_us: let's lets
    have: has had having haz hav
    for: 4 fr foor
    to: 2
    the: teh da
    please: plz pls plss plse pleas plox
    thanks: thx thnx tnx thanx ty tysm tyvm thankyou thankyous cheers merci danke gracias ta
    give_me: gimme gimmie
    want_to: wanna
    let_me: lemme
    kind: kinds type types sort sorts
    part: parts
    way: ways
    thing: things
    question: questions
    command: commands
    term: terms
    form: forms
    category: categories
    version: versions
    piece: pieces
    member: members
    bit: bits
    ingredient: ingredients
    element: elements
    constituent: constituents
    section: sections
    material: materials
    variety: varieties
    breed: breeds
    subtype: subtypes
    subcategory: subcategories
    subclass: subclasses
    expression: expressions
    phrase: phrases
    alternative: alternatives
    replacement: replacements
    substitute: substitutes
    implication: implications
    instance: instances
    cause: causes
    detail: details
    make: makes making
    come: comes came
    belong: belongs
    contain: contains containing
    include: includes including
    consist: consists consisting
    imply: implies implied implying
    involve: involves involving
    require: requires
    follow: follows
    use: uses
    part$of$speech: pos part-of-speech parts-of-speech
    you_have: you've
    we_have: we've
    you_be: you're youre
    pertainym: pertainyms
    participle: participles
    attribute: attributes
    domain: domains
    group: groups
    adjective: adj adjs
    adverb: adv advs
    verb: vb
    definition: def defs defn dfn defintion
    mean: meen meant
    opposite: opp
    synonym: syn syns
    antonym: antonymn
    example: eg e.g e.g. ex.
    difference: diff
    versus: vs vs. v.s.
    or: /
    and: & + n'
    overview: summarize summarise
    because: cuz
    someone: sumone some1 sum1 som1
    somebody: sumbody
    something: sumthing sumthin somethin smth smthn
    should: shud shuld
    would: wud wuld
    know: kno
    good: gud
    give: giv
    about: abt
    from: frm frum
    with: wif wiv wth
    do_not_know: dunno donno
    i_do_not_know: idk
    got_to: gotta
    going_to: gonna
    people: ppl
""")

FORMS: Final[dict[str, str]] = {**TELLING, **PLAIN}

PARTS_OF_SPEECH: Final[dict[str, str]] = {"noun": "n", "verb": "v", "adjective": "a", "adverb": "r"}

# After these words a typed 's is short for "is"; after any other it is a possessive.
BEFORE_SHORT_IS: Final[frozenset[str]] = words("""
    what who how where when why which that it there here this he she
""")

ARTICLES: Final[frozenset[str]] = words("""
    a an the
""")

PRONOUNS: Final[frozenset[str]] = words("""
    it its that this them those these they one ones
""")

# What can stand around a term without being part of it.
FILLERS: Final[frozenset[str]] = (
    ARTICLES
    | PRONOUNS
    | words("""
    some any my your our word term phrase expression 's be to of for please thanks then again also
    like um uh just maybe something someone sth thing things called named is me you i we us
    mean as or and with there exactly really actually only even so too though here now today
""")
)

# What is never the term itself when no rule fits: frame words and the small words of English.
STOP_WORDS: Final[frozenset[str]] = FILLERS | words("""
    what which who how where when why do can could would should will might may must not no yes and
    or but if have get got give tell show say said find list make use want need know look looking
    see hear let help another other more most else all every each many much good better best
    different same similar in on at by from into up about against between than because while he she
    they his her their him people anyone anybody everyone somebody possible way kind form sentence
    example definition define meaning synonym antonym opposite lemma lemmatize singular infinitive
    hypernym hyponym meronym holonym entail entailment derivation derivative derived similarity
    difference compare rhyme pronounce pronounced pronunciation overview everything part
    part_of_speech speech noun verb adjective adverb category thesaurus base root dictionary plural
    exist exists related whether supposed across came heard saw keep using broader narrower general
    specific class number somewhere nowhere member members it's be am hello hi hey ok okay hmm oh
    sorry wait actually i'd wonder wondering belong consist made used called context alike versus
    does did writing poem right correct true
""")

# Words after which the term comes: one that ends with them has not come yet.
LINKS: Final[frozenset[str]] = words("""
    of for to with from like than as about between in
""")

# What a term follows in a question but is no part of: "what is hot 's" holds "hot".
QUESTION_WORDS: Final[frozenset[str]] = words("""
    part_of_speech what which who how where when why be do can could would should
""")

QUANTIFIERS: Final[frozenset[str]] = words("""
    more another other some any all one again else most few different
""")

# Where somebody or some time is spoken of, the question is not about a word.
PERSONAL: Final[frozenset[str]] = words("""
    your my our yourself myself i you me we us he she they his her their him today tomorrow yesterday outside like now here
    tonight
""")
