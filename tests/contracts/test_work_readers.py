"""What every reader of a forge or tracker keeps, whatever its server does."""

import importlib
import json
import time

import pytest
from pytest_httpserver import HTTPServer

from outlay.cli.shared_arguments import moment
from outlay.domain.accounts import Account, RemoteError, SecretPlace, Trouble
from outlay.domain.moments import UtcMillis
from outlay.domain.pulls import PullState, TicketState
from outlay.readers.work import READERS
from outlay.system import http
from outlay.system.http import Client, Door
from work_worlds.server import Served, date_after, page, refused, truncated

pytestmark = pytest.mark.usefixtures("this_machine_alone")
NOW = moment("2026-11-20T17:05:00Z")
SINCE = moment("2024-11-20T00:00:00Z")
SYSTEMS = sorted(reader.card.system for reader in READERS)


@pytest.fixture(scope="module")
def local():
    with HTTPServer(threaded=True) as server:
        yield server


@pytest.fixture(params=READERS, ids=lambda reader: reader.card.system)
def reader(request):
    return request.param


@pytest.fixture
def served(reader, local):
    local.clear()
    world = importlib.import_module(f"work_worlds.{reader.card.system}").WORLD()
    served = Served(local, world)
    yield served
    while served.clients:
        served.clients.pop().close()


def account_at(served):
    settings = tuple(sorted(served.world.settings.items()))
    return Account("a1", "work", served.world.system, served.address, settings, SecretPlace.KEYRING)


class Asking:
    """A reader at a served world; `waits` are the seconds it was told to wait."""

    def __init__(self, reader, served, secret=None):
        self.reader, self.served = reader, served
        self.account = account_at(served)
        self.waits = []
        headers = reader.headers(self.account, secret or served.world.secret)
        door = Door(
            reader.base(self.account),
            headers,
            lambda: UtcMillis(int(time.time() * 1000)),
            sleep=self.waits.append,
            proxies=lambda _: {},
        )
        self.client = Client(door)
        served.clients.append(self.client)

    def pages(self, bookmark=None):
        return list(self.reader.read(self.client, self.account, bookmark, SINCE))

    def who(self):
        return self.reader.who(self.client, self.account)


def keys(pages):
    pulls = frozenset(f"{pull.repository}#{pull.number}" for page in pages for pull in page.pulls if pull.own)
    return pulls, frozenset(ticket.key for page in pages for ticket in page.tickets)


def facts(pages):
    """What a reading comes to: the last word on each."""
    told = {}
    for one in pages:
        told |= {("pull", pull.repository.lower(), pull.number): pull for pull in one.pulls}
        told |= {("ticket", ticket.key): ticket for ticket in one.tickets}
    return told


def trouble_of(asking):
    with pytest.raises(RemoteError) as caught:
        asking.pages()
    return caught.value


def with_extras(value):
    """A newer server: every object has a field nobody knows."""
    if isinstance(value, dict):
        return {**{name: with_extras(one) for name, one in value.items()}, "zzFutureField": {"a": [1, None]}}
    return [with_extras(one) for one in value] if isinstance(value, list) else value


def test_there_is_a_reader_for_every_system():
    assert SYSTEMS == [
        "asana",
        "azure_devops",
        "bitbucket",
        "bitbucket_server",
        "gitea",
        "github",
        "gitlab",
        "jira",
        "jira_server",
        "linear",
        "shortcut",
        "youtrack",
    ]


def test_it_says_who_the_token_belongs_to(reader, served):
    assert Asking(reader, served).who().login == served.world.login


def test_a_wrong_token_is_refused_at_the_test(reader, served):
    with pytest.raises(RemoteError) as caught:
        Asking(reader, served, secret="wrong-token").who()
    assert caught.value.trouble in {Trouble.REFUSED, Trouble.SIGN_IN_PAGE}


def test_every_page_is_read_and_only_own_work_told(reader, served):
    pages = Asking(reader, served).pages()
    assert keys(pages) == (served.world.expected.pulls, served.world.expected.tickets)
    assert len(pages) > 1
    assert pages[-1].done == len(facts(pages))


def test_what_is_told_is_whole(reader, served):
    for fact in facts(Asking(reader, served).pages()).values():
        assert fact.title
        assert fact.created is not None
        assert fact.url.startswith("http")
        if fact.state is PullState.MERGED:
            assert fact.merged >= fact.created
        if fact.state is TicketState.DONE:
            assert fact.done >= fact.created


def test_no_work_is_an_empty_reading_that_ends(reader, served):
    served.world.empty()
    pages = Asking(reader, served).pages()
    assert keys(pages) == (frozenset(), frozenset())
    assert pages


def test_reading_again_from_the_last_bookmark_tells_nothing_else(reader, served):
    first = Asking(reader, served).pages()
    again = Asking(reader, served).pages(first[-1].bookmark)
    assert facts(again).items() <= facts(first).items()


def test_reading_on_from_any_page_comes_to_the_same(reader, served):
    whole = Asking(reader, served).pages()
    for place in range(len(whole)):
        rest = Asking(reader, served).pages(whole[place].bookmark)
        assert facts([*whole[: place + 1], *rest]) == facts(whole)


def test_a_bookmark_of_something_else_begins_anew(reader, served):
    pages = Asking(reader, served).pages(b'{"pulls": "tomorrow", "x": [}')
    assert facts(pages) == facts(Asking(reader, served).pages())


def test_what_went_back_is_told_at_the_next_reading(reader, served):
    first = Asking(reader, served).pages()
    key = served.world.go_back()
    again = facts(Asking(reader, served).pages(first[-1].bookmark))
    if served.world.expected.tickets:
        assert again["ticket", key].state is not TicketState.DONE
        assert again["ticket", key].reopened
    else:
        place, _, number = key.rpartition("#")
        assert again["pull", place.lower(), int(number)] != facts(first)["pull", place.lower(), int(number)]


def test_fields_of_a_newer_server_change_nothing(reader, served):
    plain = facts(Asking(reader, served).pages())
    served.change(with_extras)
    assert facts(Asking(reader, served).pages()) == plain


@pytest.mark.parametrize(
    ("fault", "trouble"),
    [
        (refused(401), Trouble.REFUSED),
        (refused(403), Trouble.NOT_ALLOWED),
        (refused(404), Trouble.NOT_FOUND),
        (refused(429, Retry_After="3600"), Trouble.BUSY),
        (refused(500), Trouble.BROKEN),
        (page(), Trouble.SIGN_IN_PAGE),
    ],
    ids=["401", "403", "404", "429", "500", "html"],
)
def test_a_server_that_fails_is_told_in_kind_and_nothing_of_its_words(reader, served, fault, trouble):
    served.fail(fault)
    error = trouble_of(Asking(reader, served))
    assert error.trouble is trouble
    assert "canary" not in repr(error) + str(error)


def test_a_limit_says_until_when(reader, served):
    served.fail(refused(429, Retry_After=date_after(7200)))
    error = trouble_of(Asking(reader, served))
    assert abs(error.until / 1000 - time.time() - 7200) < 10


@pytest.mark.parametrize("fault", [refused(500), refused(503), refused(429, Retry_After="2")])
@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_short_fault_is_waited_out(reader, served, fault, at):
    plain = facts(Asking(reader, served).pages())
    served.fail(fault, at)
    asking = Asking(reader, served)
    assert facts(asking.pages()) == plain
    assert asking.waits


def test_an_answer_that_breaks_off_loses_no_page_before_it(reader, served):
    whole = Asking(reader, served)
    pages = whole.pages()
    served.fail(truncated(served.world), at=whole.client.requests)
    kept = []
    asking = Asking(reader, served)
    with pytest.raises(RemoteError) as caught:
        kept.extend(asking.reader.read(asking.client, asking.account, None, SINCE))
    assert caught.value.trouble is Trouble.GARBLED
    rest = Asking(reader, served).pages(kept[-1].bookmark if kept else None)
    assert facts([*kept, *rest]) == facts(pages)


def test_a_server_that_says_nothing_is_given_up(reader, served, monkeypatch):
    monkeypatch.setattr(http, "READ_SECONDS", 0.05)
    served.fail(lambda _: time.sleep(0.2) or page(), at=1)
    assert trouble_of(Asking(reader, served)).trouble is Trouble.SLOW


@pytest.mark.parametrize("said", [{"error": "canary"}, [], {"errors": [{"message": "canary"}]}, "canary", 7])
def test_a_proxy_that_answers_well_with_something_else_is_told(reader, served, said):
    served.change(lambda _: said)
    asking = Asking(reader, served)
    try:
        pages = asking.pages()
    except RemoteError as error:
        assert error.trouble in {Trouble.UNEXPECTED, Trouble.NOT_ALLOWED, Trouble.REFUSED}  # noqa: PT017
    else:
        assert said == [], "only an empty list may pass for no work"
        assert keys(pages) == (frozenset(), frozenset())


def test_the_token_is_in_no_address(reader, served):
    asking = Asking(reader, served)
    asking.pages()
    asking.who()
    told = "".join(served.requests) + json.dumps([body.decode() for body in served.bodies])
    assert served.world.secret not in told
    assert served.world.secret not in repr(asking.client.__dict__) + repr(asking.account)
