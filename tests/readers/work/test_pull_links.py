"""Pull requests behind the addresses a tracker ties to its tickets."""

import pytest

from outlay.readers.work.pull_links import pulls_behind


@pytest.mark.parametrize(
    ("address", "pull"),
    [
        ("https://github.com/Acme/ledger/pull/12", "Acme/ledger#12"),
        ("https://github.com/acme/ledger/pull/12/files?w=1#diff", "acme/ledger#12"),
        ("https://git.acme.example/team/sub/ledger/-/merge_requests/7", "team/sub/ledger#7"),
        ("https://bitbucket.org/acme/ledger/pull-requests/3", "acme/ledger#3"),
        ("https://git.acme.example/projects/LED/repos/ledger/pull-requests/3/overview", "LED/ledger#3"),
        ("https://dev.azure.com/acme/Big%20Money/_git/ledger/pullrequest/9", "Big Money/ledger#9"),
        ("https://git.acme.example:3000/acme/ledger/pulls/4", "acme/ledger#4"),
        ("https://github.com/acme/ledger/issues/12", None),
        ("https://github.com/acme/ledger/pull/0", None),
        ("https://github.com/acme/ledger/pull/12x", None),
        ("https://github.com/acme/ledger/pulls", None),
        ("javascript:alert(1)", None),
        ("", None),
        (None, None),
    ],
)
def test_an_address_is_a_pull_request_or_none(address, pull):
    assert pulls_behind([address]) == ((pull,) if pull else ())


def test_each_is_told_once_in_order():
    pages = [
        "https://github.com/a/b/pull/2",
        "https://github.com/a/b/pull/1",
        "https://github.com/a/b/pull/2/files",
    ]
    assert pulls_behind(pages) == ("a/b#2", "a/b#1")
