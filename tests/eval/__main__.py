"""`make eval`: accuracy by intent, of intent and word together, what is confused with what, and the misses.

The development half is what the rules were written by; the set-aside half was put away before; the fresh set
was written after; the independent set was written without sight of the rules or of the other sets (but for
three lines), though with sight of the examples in shared/catalog.py. Names of sets may be given;
`--hide-misses` keeps the set-aside sentences out of sight.
"""

from __future__ import annotations

import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from shared.settings import read_settings
from tests.eval.utterances import SETS, judge, read
from workers.questions import prepare
from workers.snapshot import open_lexicon
from workers.vocabulary import vocabulary

if TYPE_CHECKING:
    from tests.eval.utterances import Judged
    from workers.vocabulary import Vocabulary


def main(arguments: list[str]) -> int:
    """Print the figures of each set; return 0."""
    hide_misses = "--hide-misses" in arguments
    lexicon = open_lexicon(Path(read_settings().data_dir))
    prepare(lexicon)
    for name in [argument for argument in arguments if not argument.startswith("-")] or SETS:
        report(vocabulary(lexicon), name, hide_misses=hide_misses)
    return 0


def report(words: Vocabulary, name: str, *, hide_misses: bool) -> None:
    """Print the figures of one set of utterances."""
    utterances = read(name)
    started = time.perf_counter()
    judged = [judge(words, utterance) for utterance in utterances]
    elapsed_ms = (time.perf_counter() - started) * 1000 / len(judged)
    print(f"\n== {name}: {len(judged)} utterances, {elapsed_ms:.2f} ms each ==\n")
    print_table(judged)
    print_confusion(judged)
    if not hide_misses:
        print_misses(judged)


def print_table(judged: list[Judged]) -> None:
    """Print how many of each intent were understood, and how many with the right words."""
    by_intent: defaultdict[str, list[Judged]] = defaultdict(list)
    for each in judged:
        by_intent[each.utterance.intent].append(each)
    print(f"{'intent':<15}{'utterances':>11}{'intent':>9}{'and word':>10}")
    for intent, group in [*sorted(by_intent.items()), ("all", judged)]:
        print(
            f"{intent:<15}{len(group):>11}"
            f"{sum(each.has_intent for each in group) / len(group):>9.1%}"
            f"{sum(each.is_right for each in group) / len(group):>10.1%}"
        )


def print_confusion(judged: list[Judged]) -> None:
    """Print which intents were taken for which."""
    confused = Counter(
        (each.utterance.intent, each.understood.command) for each in judged if not each.has_intent
    )
    print("\nconfused (meant → understood)" if confused else "\nnothing confused")
    for (meant, understood), count in sorted(confused.items(), key=lambda item: (-item[1], item[0])):
        print(f"{count:>4}  {meant} → {understood}")


def print_misses(judged: list[Judged]) -> None:
    """Print every utterance that was not understood as it was meant."""
    misses = [each for each in judged if not each.is_right]
    print("\nmissed" if misses else "\nnothing missed")
    for each in misses:
        wanted = each.utterance
        context = f" after {wanted.context.command} {wanted.context.word!r}" if wanted.context else ""
        words = " ".join(repr(word) for word in (wanted.word, wanted.word2) if word)
        print(f"  {wanted.text!r}{context}")
        print(f"      meant {wanted.intent} {words} {wanted.pos}; understood {each.shown}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
