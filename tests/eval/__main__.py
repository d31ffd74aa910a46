"""`make eval`: how well the answers to labelled sentences fit, by command, with the misses.

It reads the sentences as a worker does, model and lexicon together, and only sets that the model never
learnt from: `house_check` by default, whose misses may be looked at, and the locked ones, of which it
shows the totals alone (EVAL_ARGS="house_check stranger mix talks"). Dialogues are
followed to their ends, too.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from shared.settings import read_settings
from tests.eval.dialogues import print_dialogues
from tests.eval.judging import judge
from tools.train.sentences import CHECKS, LOCKED, read
from workers.english.term_finder import term_finder
from workers.wordnet.snapshot import open_lexicon

if TYPE_CHECKING:
    from tests.eval.judging import Judged
    from workers.english.term_finder import TermFinder


def main(arguments: list[str]) -> int:
    """Print the figures of each set that is named; return 0."""
    lexicon = open_lexicon(Path(read_settings().data_dir))
    for name in arguments or CHECKS:
        report(term_finder(lexicon), name)
        if any(sentence.dialogue for sentence in read(name)):
            print_dialogues(lexicon, read(name))
    return 0


def report(finder: TermFinder, name: str) -> None:
    """Print the figures of one set."""
    sentences = read(name)
    started = time.perf_counter()
    judged = [judge(finder, sentence) for sentence in sentences]
    milliseconds = (time.perf_counter() - started) * 1000 / len(judged)
    print(f"\n== {name}: {len(judged)} sentences, {milliseconds:.1f} ms each ==\n")
    groups: defaultdict[str, list[Judged]] = defaultdict(list)
    for each in judged:
        groups[each.sentence.command].append(each)
    rows = [("all", judged)] if name in LOCKED else [*sorted(groups.items()), ("all", judged)]
    print(f"{'command':<18}{'sentences':>10}{'command':>9}{'and word':>10}")
    for command, group in rows:
        right, both = (sum(getattr(each, what) for each in group) for what in ("has_command", "is_right"))
        print(f"{command:<18}{len(group):>10}{right / len(group):>9.1%}{both / len(group):>10.1%}")
    if name not in LOCKED:
        for each in judged:
            if not each.is_right:
                meant = f"{each.sentence.command} {each.wanted!r}"
                print(f"  {each.sentence.text!r}: meant {meant}, read {each.command} {each.read!r}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
