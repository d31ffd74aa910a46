"""The nearest existing words are likely and quick to find."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.wordnet.correction.name_index import name_index
from workers.wordnet.correction.spelling import clear_guess, nearest, spelled_out, spelling_index
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon

# Common misspellings, some of them in the first letter.
MISSPELT = {
    "serendipty": "serendipity",
    "hapy": "happy",
    "definately": "definitely",
    "beleive": "believe",
    "recieve": "receive",
    "seperate": "separate",
    "accomodate": "accommodate",
    "embarass": "embarrass",
    "rendevous": "rendezvous",
    "neccesary": "necessary",
    "enviroment": "environment",
    "calender": "calendar",
    "wierd": "weird",
    "tommorow": "tomorrow",
    "buisness": "business",
    "hippopotomus": "hippopotamus",
    "ice craem": "ice cream",
    "nowledge": "knowledge",
    "erendipity": "serendipity",
}


# Mistakes by ear and slips of the fingers, from memory: typed, and meant.
MISTAKES = dict(
    pair.split(":")
    for pair in word_set(
        """
        absense:absence acheive:achieve adress:address agressive:aggressive amature:amateur
        apparant:apparent arguement:argument athiest:atheist beatiful:beautiful begining:beginning
        benificial:beneficial bizzare:bizarre calender:calendar camoflage:camouflage catagory:category
        cemetary:cemetery collegue:colleague comittee:committee concious:conscious curiousity:curiosity
        decieve:deceive definately:definitely desparate:desperate dilema:dilemma dissapear:disappear
        dissapoint:disappoint drunkeness:drunkenness ecstacy:ecstasy embarass:embarrass
        enviroment:environment exagerate:exaggerate excercise:exercise existance:existence
        facinating:fascinating fourty:forty foriegn:foreign freind:friend garantee:guarantee gaurd:guard
        goverment:government gratefull:grateful happyness:happiness heirarchy:hierarchy
        hypocracy:hypocrisy ignorence:ignorance imediately:immediately independant:independent
        inteligent:intelligent intresting:interesting jewelery:jewelry kindergarden:kindergarten
        knowlege:knowledge labratory:laboratory lenght:length libary:library lisence:license
        maintainance:maintenance manuever:maneuver medeval:medieval millenium:millennium
        miniscule:minuscule mischievious:mischievous misterious:mysterious naturaly:naturally
        neccessary:necessary neice:niece noticable:noticeable ocasion:occasion occured:occurred
        oppertunity:opportunity paralel:parallel parliment:parliament persistant:persistent
        posession:possession potatos:potatoes preceed:precede privelege:privilege
        pronounciation:pronunciation publically:publicly questionaire:questionnaire reccomend:recommend
        recieve:receive refered:referred relevent:relevant religous:religious repitition:repetition
        resteraunt:restaurant rythm:rhythm sacrafice:sacrifice scedule:schedule sieze:seize
        seperate:separate sincerly:sincerely succesful:successful suprise:surprise tommorow:tomorrow
        tounge:tongue truely:truly unfortunatly:unfortunately vaccum:vacuum vegatable:vegetable
        visious:vicious wether:weather wierd:weird writting:writing yatch:yacht hapened:happened
        runing:running stoped:stopped studyed:studied umbrelas:umbrellas childern:children
        familys:families beautifuly:beautifully intelectual:intellectual philosphy:philosophy
        """
    )
)
# Words that came up or became common after WordNet 3.0, from memory.
SINCE_2006 = word_set(
    """
    rizz crypto vape vaping selfie yeet emoji hashtag blockchain bitcoin podcast vlog vlogger influencer
    staycation mansplaining doomscrolling situationship cringey simp skibidi sigma delulu brexit zoomer
    deepfake chatbot metaverse fintech smartwatch smartphone airbnb rideshare crowdfunding clickbait
    photobomb unfriend retweet paywall freemium listicle meme doxing incel cisgender pansexual latinx
    hijabi burkini kombucha quinoa acai matcha cronut sriracha hygge lagom athleisure jeggings bralette
    tiktok esports speedrun noob cosplay isekai otaku mukbang bokeh glamping bougie bruh adulting
    bromance frenemy hangry chillax nomophobia microplastics greenwashing upcycle biohacking keto paleo
    flexitarian freegan airdrop dongle bluetooth wifi geotag ransomware botnet smishing cryptojacking
    kubernetes serverless whataboutism copium goated touchscreen trackpad earbuds ebook livestream
    webinar sexting captcha dashcam hoverboard parkour zumba pilates burpee plogging pickleball padel
    tankini onesie snapchat whatsapp hackathon coworking dropshipping unboxing asmr lofi synthwave
    dubstep kpop hallyu mandem throuple cheugy edgelord wojak doge hodl tokenomics staking sextortion
    upskirting negging breadcrumbing vodcast keylogger bloatware fanfic fangirl headcanon kawaii gacha
    lootbox respawn nerfed griefing glitchy pwned permadeath bruschetta gochujang tteokbokki boba
    cortado freekeh skyr seitan tempeh aquafaba orthorexia telehealth petrichor mondegreen overmorrow
    """
)


def test_a_word_without_its_accents_is_the_nearest(lexicon: Lexicon) -> None:
    assert nearest(lexicon, "señor", 4)[0] == "senor"
    assert nearest(lexicon, "Élan Vital", 1) == ["elan vital"]


@pytest.mark.parametrize(("typed", "meant"), MISSPELT.items())
def test_common_misspellings_are_understood(lexicon: Lexicon, typed: str, meant: str) -> None:
    """The right word comes first."""
    assert nearest(lexicon, typed, 4)[0] == meant


@pytest.mark.parametrize(
    ("typed", "meant"), [("vinegarette", "vinaigrette"), ("conscienscious", "conscientious")]
)
def test_a_long_word_with_three_mistakes_is_suggested(lexicon: Lexicon, typed: str, meant: str) -> None:
    assert nearest(lexicon, typed, 4)[0] == meant
    assert clear_guess(lexicon, typed) is None


def test_commoner_words_come_first(lexicon: Lexicon) -> None:
    """Among words at the same distance."""
    near = nearest(lexicon, "hapy", 10)

    assert near.index("happy") < near.index("hap")


@pytest.mark.parametrize("typed", ["xkcdqwz", "asdfghjkl", "", "a", "ab", "é" * 30, "x" * 500, "\ud800"])
def test_nothing_near_is_an_empty_list(lexicon: Lexicon, typed: str) -> None:
    assert nearest(lexicon, typed, 4) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sikotic", "psychotic"), ("zilofone", "xylophone"), ("fizishun", "physician"),
        ("lootenant", "lieutenant"), ("nawtical", "nautical"), ("skitsofrenia", "schizophrenia"),
    ],
)  # fmt: skip
def test_a_word_that_is_written_as_it_sounds_is_among_the_first(
    lexicon: Lexicon, typed: str, meant: str
) -> None:
    assert meant in nearest(lexicon, typed, 2)


def test_only_what_is_no_word_can_be_written_by_ear(lexicon: Lexicon) -> None:
    index = spelling_index(lexicon)

    assert index.heard("flour") == []
    assert index.heard("vlog") == []
    assert index.heard("snollygoster") == []


def test_only_a_clear_misspelling_is_corrected(lexicon: Lexicon) -> None:
    """Hola may stand for hold, hole, holla or holy, so the user has to decide."""
    assert clear_guess(lexicon, "hola") is None
    assert clear_guess(lexicon, "serendipty") == "serendipity"
    assert clear_guess(lexicon, "sikology") is None  # sinology, if not psychology


def test_of_several_near_words_the_only_one_of_the_same_sound_is_meant(lexicon: Lexicon) -> None:
    assert clear_guess(lexicon, "fourty") == "forty"
    assert clear_guess(lexicon, "visious") == "vicious"
    assert clear_guess(lexicon, "smishing") is None


def test_most_misspellings_are_corrected_and_hardly_one_wrongly(lexicon: Lexicon) -> None:
    """Mistakes of writers who spell by ear, and slips of the fingers."""
    corrected = {typed: clear_guess(lexicon, typed) for typed in MISTAKES}
    wrong = {typed: meant for typed, meant in corrected.items() if meant not in (None, MISTAKES[typed])}
    right = sum(meant is not None for meant in corrected.values()) - len(wrong)

    assert right >= 0.75 * len(MISTAKES), corrected
    assert len(wrong) <= 0.04 * len(MISTAKES), wrong


def test_words_since_2006_are_not_taken_for_others(lexicon: Lexicon) -> None:
    names = name_index(lexicon)
    unknown = [word for word in SINCE_2006 if names.find(word) is None]
    taken = {word: meant for word in unknown if (meant := clear_guess(lexicon, word))}

    assert len(unknown) > 100
    assert len(taken) <= 0.03 * len(unknown), taken


def test_another_form_or_spelling_of_a_name_comes_first(lexicon: Lexicon) -> None:
    assert nearest(lexicon, "señor", 4)[0] == "senor"
    assert nearest(lexicon, "attorneys general", 4)[0] == "attorney general"
    assert nearest(lexicon, "happend", 4)[0] == "happened"


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("curiosity", "c-u-r-i-o-s-i-t-y"),
        ("ice cream", "i-c-e c-r-e-a-m"),
        ("cat's-paw", "c-a-t-apostrophe-s-hyphen-p-a-w"),
    ],
)
def test_a_word_is_spelled_out(word: str, letters: str) -> None:
    assert spelled_out(word) == letters
