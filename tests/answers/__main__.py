"""`make test-answers` runs the cases of a file and prints the wrong replies.

Without an argument it takes tests/data/answers.jsonl; `make test-answers CASES=path` takes another file.
"""

from __future__ import annotations

import sys
from pathlib import Path

from shared.settings import read_settings
from tests.answers.cases import FILE, is_right, read, reply_to
from workers.wordnet.snapshot import open_lexicon

SHOWN = 300  # characters of a wrong reply


def main(arguments: list[str]) -> int:
    """Print each wrong reply and the share of right ones; return 1 if one is wrong."""
    lexicon = open_lexicon(Path(read_settings().data_dir))
    cases = read(Path(arguments[0]) if arguments else FILE)
    wrong = 0
    for case in cases:
        reply = reply_to(lexicon, case)
        if not is_right(case, reply):
            wrong += 1
            print(f"{case.event}: {case}\n    wanted: {case.why or ''} ({case.check})")
            print(f"    got: {reply['option']} {reply['word']!r}: {reply.get('text', '')[:SHOWN]}")
            print(f"         {reply['response'][:SHOWN]}")
    print(f"{len(cases) - wrong} of {len(cases)} right")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
