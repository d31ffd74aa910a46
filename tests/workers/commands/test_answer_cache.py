"""The cache returns the replies it was given, and forgets the oldest when it is full."""

from __future__ import annotations

from msgspec import Raw

from workers.commands.answer_cache import MAX_ANSWER_BYTES, OVERHEAD_BYTES, AnswerCache, Asked


def about(word: str) -> Asked:
    return ("definition", word)


def test_a_reply_is_found_by_its_question_only() -> None:
    cache = AnswerCache()
    reply = Raw(b"reply")
    cache.put(about("dog"), reply)

    assert cache.get(about("dog")) is reply
    assert cache.get(about("cat")) is None


def test_the_oldest_replies_leave_when_the_cache_is_full() -> None:
    size = OVERHEAD_BYTES + 100
    cache = AnswerCache(max_bytes=3 * size)
    for word in ("ant", "bee", "cat", "dog"):
        cache.put(about(word), Raw(bytes(100)))

    assert len(cache) == 3
    assert cache.get(about("ant")) is None
    assert cache.get(about("dog")) is not None


def test_the_same_reply_counts_once() -> None:
    cache = AnswerCache(max_bytes=2 * (OVERHEAD_BYTES + 100))
    cache.put(about("ant"), Raw(bytes(100)))
    for _ in range(5):
        cache.put(about("bee"), Raw(bytes(100)))

    assert cache.get(about("ant")) is not None


def test_a_very_large_reply_is_not_kept() -> None:
    cache = AnswerCache()
    cache.put(about("run"), Raw(bytes(MAX_ANSWER_BYTES)))

    assert len(cache) == 0
