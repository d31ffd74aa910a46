"""Whose word on a client's address is taken."""

from __future__ import annotations

import pytest

from gateway.admission import Admission
from shared.errors import SettingsError
from shared.settings import read_settings


@pytest.mark.parametrize(
    ("trusted", "peer", "forwarded", "expected"),
    [
        ("", "10.0.0.5", "203.0.113.9", "10.0.0.5"),
        ("10.0.0.5", "10.0.0.5", "203.0.113.9", "203.0.113.9"),
        ("10.0.0.0/8", "10.20.30.40", "203.0.113.9", "203.0.113.9"),
        ("10.0.0.0/8", "198.51.100.1", "203.0.113.9", "198.51.100.1"),
        ("10.0.0.0/8", "10.0.0.5", "forged, 203.0.113.9, 10.0.0.6", "203.0.113.9"),
        ("10.0.0.0/8", "10.0.0.5", "", "10.0.0.5"),
        ("10.0.0.0/8", "10.0.0.5", "not an address", "not an address"),
        ("fd00::/8", "fd00::1", "2001:db8::9", "2001:db8::9"),
    ],
)
def test_only_a_trusted_proxy_is_believed(trusted: str, peer: str, forwarded: str, expected: str) -> None:
    admission = Admission(read_settings({"TRUSTED_PROXIES": trusted}))

    address = admission.address({"REMOTE_ADDR": peer, "HTTP_X_FORWARDED_FOR": forwarded})

    assert address == expected


def test_what_is_no_network_is_refused_by_name_and_value() -> None:
    with pytest.raises(SettingsError, match=r"TRUSTED_PROXIES=10\.0\.0\.5/8"):
        read_settings({"TRUSTED_PROXIES": "127.0.0.1, 10.0.0.5/8"})
