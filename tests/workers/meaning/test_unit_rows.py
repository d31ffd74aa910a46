"""Rows of bytes give the cosines of the vectors that they were made of."""

from __future__ import annotations

import numpy as np

from workers.meaning.unit_rows import BLOCK, UnitRows, as_bytes


def test_similarities_are_the_cosines_within_what_a_byte_can_hold() -> None:
    vectors = np.random.default_rng(1).standard_normal((BLOCK + 10, 24)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    query = vectors[7]

    found = UnitRows(as_bytes(vectors)).similarities(query)

    assert found.argmax() == 7
    assert np.abs(found - vectors @ query).max() < 0.02


def test_some_similarities_are_those_of_these_rows() -> None:
    rows = UnitRows(as_bytes(np.random.default_rng(2).standard_normal((50, 24)).astype(np.float32)))
    query = np.eye(24, dtype=np.float32)[0]

    every = rows.similarities(query)

    assert len(rows) == 50
    assert np.allclose(rows.some_similarities([3, 40, 3], query), every[[3, 40, 3]], atol=1e-6)
    assert np.allclose(rows.some_similarities(slice(5, 9), query), every[5:9], atol=1e-6)


def test_a_row_of_bytes_reaches_127_and_keeps_its_signs() -> None:
    [row] = as_bytes(np.array([[0.5, -0.25, 0.1]], np.float32))

    assert row.tolist() == [127, -64, 25]


def test_a_longer_vector_is_compared_by_its_first_values() -> None:
    rows = UnitRows(as_bytes(np.eye(4, dtype=np.float32)))
    query = np.array([0.6, 0, 0, 0, 0.8, 0], np.float32)

    assert np.allclose(rows.similarities(query), [1, 0, 0, 0], atol=1e-6)
