"""The entries of two meanings, of which one may be above the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workers.commands.comparison.ancestors import Ways
from workers.commands.comparison.class_entries import NONE, apart
from workers.commands.term import Term

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def test_two_meanings_apart_have_the_way_to_the_class_instead(lexicon: Lexicon) -> None:
    term = Term(lexicon, "frog", word2="bird", for_reader=True)

    entry = apart(term, Ways(lexicon), NONE, term.meanings[0], term.second.meanings[0])

    assert (entry["is_a"], entry["exclusive"]) == (False, True)
    assert entry["path"][-1] == "amphibian"
