"""How an account stands is one sentence, with the next step where the owner has one to take."""

import pytest

from outlay.domain.accounts import Account, AccountStanding, AccountTrouble, SecretPlace, Trouble
from outlay.domain.answers import Progress
from outlay.domain.machine import Deleted
from outlay.domain.moments import UtcMillis
from outlay.domain.pictures import Mark
from outlay.presenters.accounts import trouble_words, with_account_name
from outlay.presenters.foot import progress_text
from outlay.presenters.pages.sources_accounts import (
    Step,
    account_lines,
    no_account_text,
    remove_sentences,
    removed_text,
)
from outlay.presenters.pages.sources_acts import deleted_text
from outlay.presenters.pages.sources_tools import SourcesAnswer
from presenters.pages.made_sources import HOME, NOW, READ, UTC, page

DAY = 86_400_000
WORK = Account("a1", "Work", "github", "https://github.com", (), SecretPlace.KEYRING)


def line(progress=None, *, paused=False, account=WORK, **more):
    standing = AccountStanding(account, READ, **more)
    (found,) = account_lines(SourcesAnswer(page(), NOW, UTC, (standing,), paused), progress)
    return found


def test_an_account_that_was_read_says_when_what_and_how_much_was_asked():
    found = line(read=READ, pulls=12, tickets=1, requests=4)
    assert found.sentence == (
        "As of 09:12. It tells of 12 pull requests and 1 ticket. The last reading asked it 4 times."
    )
    assert (found.where, found.mark, found.step) == ("GitHub, github.com", Mark.NONE, None)


def test_one_that_was_never_read_says_when_it_will_be():
    assert line().sentence == "Not read yet. It is read at the next refresh."


@pytest.mark.parametrize(
    ("trouble", "step", "mark"),
    [
        (Trouble.REFUSED, Step.TOKEN, Mark.FAILING),
        (Trouble.NOT_ALLOWED, Step.TOKEN, Mark.FAILING),
        (Trouble.MOVED, Step.EDIT, Mark.STALE),
        (Trouble.AWAY, Step.TRY, Mark.STALE),
        (Trouble.KEYRING_LOCKED, Step.TRY, Mark.FAILING),
        (Trouble.INTERRUPTED, Step.TRY, Mark.NONE),
    ],
)
def test_trouble_has_its_mark_and_its_next_step(trouble, step, mark):
    found = line(read=UtcMillis(NOW - 2 * DAY), trouble=AccountTrouble(trouble), pulls=3)
    assert (found.step, found.mark) == (step, mark)
    assert "What it told is as of Sat 21 Nov, 09:30. It tells of 3 pull requests." in found.sentence


@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_has_words_and_a_step_or_a_time(trouble):
    found = line(trouble=AccountTrouble(trouble, 500))
    words = trouble_words(AccountTrouble(trouble, 500), "GitHub", UTC, None)
    assert found.sentence.startswith(f"{words.title} {words.step}")
    assert found.step_text


@pytest.mark.parametrize(
    ("trouble", "can_try"),
    [
        (Trouble.SIGN_IN_PAGE, True),
        (Trouble.NOT_FOUND, True),
        (Trouble.MOVED, True),
        (Trouble.UNEXPECTED, True),
        (Trouble.INSECURE, False),
        (Trouble.REFUSED, False),
        (Trouble.AWAY, False),
        (None, False),
    ],
)
def test_what_may_pass_without_an_edit_can_be_tried_beside_it(trouble, can_try):
    found = line(trouble=AccountTrouble(trouble, 404) if trouble else None)
    assert found.can_try is can_try
    assert not can_try or found.step is Step.EDIT


def test_a_system_that_said_when_to_come_back_is_left_alone_until_then():
    later = UtcMillis(NOW + 600_000)
    assert line(trouble=AccountTrouble(Trouble.BUSY, 429, later)).step is None
    assert line(trouble=AccountTrouble(Trouble.BUSY, 429, UtcMillis(NOW - 1))).step is Step.TRY


@pytest.mark.parametrize("place", [SecretPlace.ENVIRONMENT, SecretPlace.GH])
def test_a_token_that_is_kept_elsewhere_is_not_entered_here(place):
    found = line(trouble=AccountTrouble(Trouble.REFUSED), account=WORK._replace(secret_place=place))
    assert found.step is Step.EDIT


@pytest.mark.parametrize("trouble", [Trouble.REFUSED, Trouble.NO_SECRET])
@pytest.mark.parametrize(
    ("place", "step"),
    [
        (SecretPlace.ENVIRONMENT, "Set FORGE_TOKEN to a token that is valid, then start Outlay again."),
        (SecretPlace.GH, "Sign in again with gh auth login."),
    ],
)
def test_where_another_token_belongs_is_said_by_where_it_is_kept(place, step, trouble):
    account = WORK._replace(secret_place=place, variable="FORGE_TOKEN")
    found = line(trouble=AccountTrouble(trouble), account=account)
    assert found.sentence.endswith(f". {step}")


def test_an_account_among_others_is_named_once():
    said = "GitHub does not accept the token."
    assert with_account_name("GitHub", "GitHub", said) == said
    assert with_account_name("Work", "GitHub", said) == f"Work: {said}"
    assert with_account_name("GitHub", "GitHub", "The keyring is locked.") == "GitHub: The keyring is locked."


def test_a_reading_tells_how_far_it_is_in_the_row_and_in_the_foot_alike():
    progress = Progress(0, 0, 0, 0, None, None, "Work", 350, 2_000)
    found = line(progress)
    assert (found.sentence, found.step) == ("Reading Work: 350 of 2,000.", Step.STOP)
    assert progress_text(progress) == "Reading Work: 350 of 2,000"
    assert progress_text(progress._replace(account_total=None)) == "Reading Work: 350 so far"
    assert line(progress._replace(account="Other")).step is None


def test_a_reading_that_was_stopped_can_be_gone_on_with_while_reading_is_paused():
    stopped = AccountTrouble(Trouble.INTERRUPTED)
    assert line(paused=True, trouble=stopped).step is Step.GO_ON
    assert line(paused=True).step is Step.GO_ON
    assert line(paused=True, read=READ).step is None


def test_permissions_and_names_from_outside_hold_nothing_that_cannot_be_seen():
    hostile = AccountTrouble(Trouble.NOT_ALLOWED, 403, None, ("a\x1b[31m\u202e" + "x" * 5_000,) * 90)
    sentence = line(trouble=hostile).sentence
    assert sentence.isprintable()
    assert len(sentence) < 1_000


def test_why_there_should_be_an_account_is_said_only_where_there_is_none():
    answer = SourcesAnswer(page(), NOW, UTC)
    assert "pull requests and tickets" in no_account_text(answer, sample=False)
    standing = AccountStanding(WORK)
    assert no_account_text(answer._replace(accounts=(standing,)), sample=False) == ""


@pytest.mark.parametrize(
    ("place", "goes"),
    [
        (SecretPlace.KEYRING, "goes out of the keyring"),
        (SecretPlace.ENVIRONMENT, "FORGE_TOKEN stays"),
        (SecretPlace.GH, "command line stays"),
    ],
)
def test_what_goes_and_what_stays_is_said_before_an_account_is_removed(place, goes):
    account = WORK._replace(secret_place=place, variable="FORGE_TOKEN")
    first, second = remove_sentences(AccountStanding(account, pulls=3))
    assert goes in first
    assert second == "What was read of it stays: 3 pull requests."
    assert ("keyring" in removed_text(account)) is (place is SecretPlace.KEYRING)


def test_a_token_the_keyring_did_not_let_go_is_told_when_everything_is_deleted():
    told = deleted_text(Deleted((f"{HOME}/.local/share/outlay",), (), ("Work", "Boards")), HOME)
    assert told.endswith("The keyring did not let go of the token of Work and Boards: remove it there.")
