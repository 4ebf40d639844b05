"""What a refusal or an outage of one detail means for the rest of a reading."""

import pytest
from msgspec import Raw

from outlay.domain.accounts import Answer, RemoteError, Trouble
from outlay.readers.work.envelopes import if_allowed, list_in, needing, newest_in, unless_hidden

PASSED_ON = [one for one in Trouble if one not in {Trouble.NOT_FOUND, Trouble.NOT_ALLOWED}]


def refusing(trouble):
    def ask():
        raise RemoteError(trouble, 403, 17)

    return ask


@pytest.mark.parametrize("trouble", [Trouble.NOT_FOUND, Trouble.NOT_ALLOWED])
def test_a_detail_that_is_gone_or_closed_to_the_owner_is_done_without(trouble):
    assert unless_hidden(refusing(trouble), "nothing") == "nothing"


@pytest.mark.parametrize("trouble", PASSED_ON)
def test_an_outage_is_no_detail_that_is_not_there(trouble):
    """What is told without its history is not asked for again, so the reading has to end here."""
    with pytest.raises(RemoteError) as caught:
        unless_hidden(refusing(trouble), "nothing")
    assert caught.value.trouble is trouble


def test_what_the_token_may_not_see_is_unknown_and_anything_else_is_passed_on():
    assert if_allowed(lambda: 5) == 5
    assert if_allowed(refusing(Trouble.NOT_ALLOWED)) is None
    assert if_allowed(refusing(Trouble.REFUSED), (Trouble.REFUSED,)) is None
    for trouble in (Trouble.REFUSED, *PASSED_ON, Trouble.NOT_FOUND):
        with pytest.raises(RemoteError):
            if_allowed(refusing(trouble))


def test_a_refusal_names_the_scope_it_lacks_and_an_outage_none():
    assert needing("read:user", lambda: 5) == 5
    with pytest.raises(RemoteError) as refused:
        needing("read:user", refusing(Trouble.NOT_ALLOWED))
    with pytest.raises(RemoteError) as broken:
        needing("read:user", refusing(Trouble.BROKEN))
    assert (refused.value.missing, refused.value.status) == (("read:user",), 403)
    assert (broken.value.trouble, broken.value.missing) == (Trouble.BROKEN, ())


@pytest.mark.parametrize("body", [b"{}", b"null", b"[1", b"\xff", b"[" * 100_000])
def test_an_answer_that_is_no_list_is_unexpected(body):
    with pytest.raises(RemoteError) as caught:
        list_in(Answer(body, {}))
    assert caught.value.trouble is Trouble.UNEXPECTED


def test_the_newest_is_of_these_rows_or_of_those_before_whatever_their_order():
    rows = [Raw(b'{"at": "2026-11-02"}'), Raw(b'{"at": "2026-11-01"}'), Raw(b'{"at": null}'), Raw(b"7")]
    newest = newest_in(rows, "at")
    assert newest == newest_in(reversed(rows), "at") == 1_793_577_600_000
    assert newest_in(rows, "at", newest + 1) == newest + 1
    assert newest_in(rows[2:], "at") is None
