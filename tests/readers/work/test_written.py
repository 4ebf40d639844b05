"""Moments and addresses in the forms forges and trackers write them."""

import pytest

from outlay.domain.moments import iso_of
from outlay.readers.work.written import address_written, moment_written


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2026-11-20T17:05:00Z", "2026-11-20T17:05:00Z"),
        ("2026-11-20T17:05:00.123456789+0100", "2026-11-20T16:05:00Z"),
        ("2026-11-20T17:05:00.000+0000", "2026-11-20T17:05:00Z"),
        ("2026-11-20 17:05:00 UTC", "2026-11-20T17:05:00Z"),
        ("2026-11-20 17:05", "2026-11-20T17:05:00Z"),
        (" 2026-11-20 ", "2026-11-20T00:00:00Z"),
        ("20261120T170500Z", "2026-11-20T17:05:00Z"),
        ("1795194300", "2026-11-20T17:05:00Z"),
        (1_795_194_300, "2026-11-20T17:05:00Z"),
        (1_795_194_300.5, "2026-11-20T17:05:00Z"),
        (1_795_194_300_000, "2026-11-20T17:05:00Z"),
        ("1795194300000", "2026-11-20T17:05:00Z"),
    ],
)
def test_a_moment_is_read_in_the_forms_trackers_write(written, iso):
    assert iso_of(moment_written(written)) == iso


@pytest.mark.parametrize(
    "written",
    [
        "",
        "soon",
        "20/Nov/26 5:05 PM",
        "2026-13-01",
        "1970-01-01T00:00:00Z",
        "2100-01-01",
        0,
        -5,
        7,
        float("inf"),
        float("nan"),
        10**40,
        "9" * 5000,
    ],
)
def test_what_is_no_moment_or_cannot_be_one_is_none(written):
    assert moment_written(written) is None


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://github.com/a/b/pull/1", "https://github.com/a/b/pull/1"),
        ("HTTPS://GitHub.com/a/b?x=1#y", "https://github.com/a/b"),
        ("https://me:pw@host:80/x", "https://host:80/x"),
        ("ftp://host/x", None),
        ("file:///etc/passwd", None),
        ("javascript:alert(1)", None),
        ("https:///x", None),
        ("https://host:99999/x", None),
        ("https://host/a b", None),
        ("https://host/" + "a" * 2000, None),
        ("not an address", None),
    ],
)
def test_an_address_is_of_the_web_and_plain(written, address):
    assert address_written(written) == address
