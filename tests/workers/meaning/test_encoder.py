"""Texts become unit vectors, nearer to each other the nearer their meanings are."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest

from workers.meaning.encoder import BATCH, LONGEST, MODEL, Encoder, encoder

TEXTS = ["a small boat", "a vessel for few people", "the stock market fell again yesterday"]


@pytest.fixture(scope="module")
def model() -> Encoder:
    return Encoder(MODEL)


def test_vectors_have_length_1_and_near_meanings_are_near(model: Encoder) -> None:
    boat, vessel, market = model.vectors(TEXTS)

    assert np.allclose([np.linalg.norm(row) for row in (boat, vessel, market)], 1, atol=1e-5)
    assert boat @ vessel > 0.3 + boat @ market


def test_the_order_of_the_texts_is_kept_beyond_a_batch(model: Encoder) -> None:
    texts = [f"{'very ' * (number % 7)}small boat number {number}" for number in range(BATCH + 5)]

    together = model.vectors(texts)

    for number in (0, 3, BATCH, BATCH + 4):
        assert together[number] @ model.vectors([texts[number]])[0] > 0.98, texts[number]


def test_a_long_text_is_cut(model: Encoder) -> None:
    text = "boat " * LONGEST

    assert np.allclose(model.vectors([text])[0], model.vectors([text * 2])[0])


def test_texts_encoded_ahead_are_not_encoded_again(model: Encoder) -> None:
    model.encode_ahead(TEXTS)
    ahead = model.vector(TEXTS[0])
    model.encode_ahead([])

    assert ahead is not model.vector(TEXTS[0])
    assert ahead @ model.vector(TEXTS[0]) > 0.98


def test_the_model_has_its_checksum() -> None:
    digest, name = MODEL.with_suffix(".sha256").read_text().split()

    assert name == MODEL.name
    assert hashlib.sha256(MODEL.read_bytes()).hexdigest() == digest
    assert encoder() is encoder()
