"""The table compares weights of the uses: rare meanings are found without them, usual ones with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.train.meaning.sense_weights import TRIED, as_table

if TYPE_CHECKING:
    from pathlib import Path

    from workers.wordnet.lexicon import Lexicon

SENTENCES = """\
bank\tbank\tn\tbank.n.01\twe sat on the bank of the river and fished
banks\tbank\tn\tdepository_financial_institution.n.01\tit was said that two of the banks might close within \
the year if nobody did anything
"""


def test_each_sentence_counts_in_the_column_of_its_length(lexicon: Lexicon, tmp_path: Path) -> None:
    path = tmp_path / "sentences.tsv"
    path.write_text(SENTENCES)

    head, *rows = as_table(lexicon, path).splitlines()

    assert " ".join(head.split()) == "uses 0-7 (0) 8-11 (1) 12-15 (0) 16-23 (1) 24-999 (0) all (2)"
    assert [float(row.split()[0]) for row in rows] == list(TRIED)
    assert rows[0].split()[2] == "1.000"
    assert all(row.split()[1] == "nan" for row in rows)
