"""A token's signature, its times, and the type of each claim: nothing odd is let in."""

from __future__ import annotations

import hashlib
import hmac
import time
from base64 import urlsafe_b64encode

import pytest

from gateway.access import tokens
from gateway.access.tokens import check_again, check_token
from shared.errors import Unauthorized

SECRET = "tokens-of-the-tests-0123456789abcdef"
HEADER = b'{"alg":"HS256","typ":"JWT"}'


def signed(payload: bytes, header: bytes = HEADER) -> str:
    """Return a token with any payload; a library would make well-formed ones only."""
    text = encoded(header) + b"." + encoded(payload)
    return (text + b"." + encoded(hmac.new(SECRET.encode(), text, hashlib.sha256).digest())).decode()


def encoded(part: bytes) -> bytes:
    return urlsafe_b64encode(part).rstrip(b"=")


@pytest.mark.parametrize(
    "payload",
    [
        b"{}",
        b'{"exp":9999999999}',
        b'{"exp":9999999999.5,"nbf":1,"iat":1.5,"sub":"","jti":"","iss":""}',
        b'{"rooms":[],"name":"Ann"}',
        b'{"admin":true,"anything":[{"else":null}]}',
    ],
)
def test_a_signed_token_in_its_time_is_let_in(payload: bytes) -> None:
    assert isinstance(check_token({"token": signed(payload)}, SECRET), dict)


WRONG_TYPES = (b'"9999999999"', b"true", b"null", b"[]", b"{}", b"NaN", b"Infinity", b"9" * 400, b"1e400")


@pytest.mark.parametrize("claim", [b"exp", b"nbf", b"iat"])
@pytest.mark.parametrize("value", WRONG_TYPES)
def test_a_time_is_a_number_or_the_token_is_refused(claim: bytes, value: bytes) -> None:
    with pytest.raises(Unauthorized):
        check_token({"token": signed(b'{"%s":%s}' % (claim, value))}, SECRET)


@pytest.mark.parametrize(
    "claim",
    [
        b'"sub":7',
        b'"jti":[]',
        b'"iss":{}',
        b'"name":7',
        b'"name":null',
        b'"rooms":"abc"',
        b'"rooms":null',
        b'"rooms":{"abc":1}',
        b'"rooms":[1]',
        b'"aud":"another service"',
    ],
)
def test_a_claim_of_a_wrong_type_or_for_another_service_is_refused(claim: bytes) -> None:
    with pytest.raises(Unauthorized):
        check_token({"token": signed(b"{" + claim + b"}")}, SECRET)


@pytest.mark.parametrize(
    ("payload", "message"),
    [
        (b'{"exp":1000000000}', "has expired"),
        (b'{"exp":0}', "has expired"),
        (b'{"nbf":9999999999}', "is invalid"),
        (b'{"iat":9999999999}', "is invalid"),
        (b'{"nbf":"1"}', "claim of the wrong type.*nbf"),
    ],
)
def test_a_refusal_says_why(payload: bytes, message: str) -> None:
    with pytest.raises(Unauthorized, match=message):
        check_token({"token": signed(payload)}, SECRET)


@pytest.mark.parametrize(
    "sent",
    [
        "",
        "..",
        "a.b.c",
        "é.é.é",
        "\ud800",
        "x" * 60_000,
        signed(b"{}") + "\n",
        signed(b"[]"),
        signed(b"null"),
        signed(b"\xff"),
        signed(b'{"x":' + b"[" * 50_000),
        signed(b"{}", b"[" * 50_000),
        signed(b"{}", b'{"alg":"none"}'),
        signed(b"{}", b'{"alg":"HS512"}'),
        signed(b"{}", b'{"alg":["HS256"]}'),
        signed(b"{}", b'{"alg":"HS256","crit":["x"]}'),
    ],
)
def test_anything_odd_is_refused_without_another_error(sent: str) -> None:
    with pytest.raises(Unauthorized, match="The token is invalid"):
        check_token({"token": sent}, SECRET)


def test_a_token_that_comes_again_is_checked_once_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    checked = []
    monkeypatch.setattr(tokens, "check_token", lambda *sent: checked.append(sent))
    now = [100.2]
    monkeypatch.setattr(time, "time", lambda: now[0])
    for now[0] in (100.2, 100.9, 101.0, 101.5):
        check_again("again", SECRET)
    check_again("another", SECRET)

    assert [sent["token"] for sent, _ in checked] == ["again", "again", "another"]


@pytest.mark.parametrize("payload", [b'{"exp":1000000000}', b'{"nbf":9999999999}', b"{"])
def test_a_token_that_comes_again_is_refused_again(payload: bytes) -> None:
    for _ in range(2):
        with pytest.raises(Unauthorized):
            check_again(signed(payload), SECRET)


def test_a_token_ends_with_its_last_second() -> None:
    token = signed(b'{"exp":%d}' % (ends_at := int(time.time()) + 2))
    check_again(token, SECRET)
    while time.time() < ends_at:
        time.sleep(0.01)

    with pytest.raises(Unauthorized, match="expired"):
        check_again(token, SECRET)
