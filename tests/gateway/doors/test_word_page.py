"""The page of a word is the built page, with the title and the entry that a worker made, and the reply."""

from __future__ import annotations

import json

from gateway.doors.word_page import DATA, ENTRY, HEAD, Template
from shared.messages import Reply

HTML = f"<html>{HEAD}<main>{ENTRY}</main>{DATA}</html>"
SENSES = '[{"definition":"</script>"}]'


def test_a_page_has_its_head_its_entry_and_the_reply() -> None:
    reply = Reply("overview", "light", SENSES, page=("<title>light</title>", "<h1>light</h1>"))
    page = Template(HTML).entry(reply).decode()
    before, _, script = page.partition('<script type="application/json" id="reply">')
    told, _, after = script.partition("</script>")

    assert before == "<html><title>light</title><main><h1>light</h1></main>"
    assert json.loads(told) == {"option": "overview", "word": "light", "response": SENSES}
    assert after == "</html>"


def test_open_graph_has_the_whole_address_where_the_origin_is_known() -> None:
    reply = Reply("overview", "ice creams", SENSES, lemma="ice_cream", page=("", ""))
    known = Template(HTML, "https://words.example").entry(reply)

    assert b'<meta property="og:url" content="https://words.example/word/ice_cream">' in known
    assert b"og:url" not in Template(HTML).entry(reply)


def test_without_a_worker_that_makes_pages_the_client_still_gets_the_reply() -> None:
    assert b'{"option":"overview"' in Template(HTML).entry(Reply("overview", "light", SENSES))


def test_the_sentence_of_a_failure_is_text() -> None:
    assert b"<p>&lt;b&gt;</p>" in Template(HTML).apology("<b>")
