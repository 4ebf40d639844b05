"""What is special about GitHub: search and its limits, agents' pull requests, issues without states, what is optional."""

import json
from functools import cache

import pytest
from werkzeug.test import EnvironBuilder
from werkzeug.wrappers import Request

from outlay.cli.shared_arguments import moment
from outlay.domain.accounts import Account, Answer, RemoteError, SecretPlace, Trouble
from outlay.domain.pulls import PullRequest, PullState, TicketState
from outlay.domain.work import Mark, MarkKind
from outlay.readers.work.github import READER
from outlay.system.http import _refusal
from work_worlds.github import (
    LEDGER,
    ME,
    TOOLS,
    WORLD,
    assigned,
    closed,
    commit,
    event,
    issue,
    person,
    pull,
    review,
    shas,
    status,
)

NOW = moment("2026-11-20T17:05:00Z")
SINCE = moment("2024-11-20T00:00:00Z")
AT = "2026-11-10T08:00:00Z"


def account_at(address="https://git.example.com"):
    return Account("a1", "work", "github", address, (), SecretPlace.KEYRING)


class Direct:
    """A client that asks a world without a network; `spoil` may change what it answers to a GraphQL question."""

    def __init__(self, world, spoil=lambda _, told: told):
        self.world = world
        self.spoil = spoil
        self.requests = 0
        self.questions = []

    def get(self, path, params=None):
        return self._ask("GET", path, query_string=dict(params or {}))

    def post(self, path, body, params=None):
        self.questions.append(body)
        answer = self._ask("POST", path, json=body)
        told = self.spoil(body, json.loads(answer.body))
        if isinstance(told, Exception):
            raise told
        return Answer(json.dumps(told).encode(), answer.headers)

    def _ask(self, method, path, **more):
        self.requests += 1
        headers = dict(READER.headers(account_at(), self.world.secret))
        answer = self.world.answer(
            Request(EnvironBuilder(f"/api/{path}", method=method, headers=headers, **more).get_environ())
        )
        told = {name.lower(): value for name, value in answer.headers.items()}
        if answer.status_code >= 400:
            raise _refusal(answer.status_code, told, NOW)
        return Answer(answer.get_data(), told)


def read(world, bookmark=None, **more):
    client = Direct(world, **more)
    return list(READER.read(client, account_at(), bookmark, SINCE)), client


def only_pull(*pulls, **more):
    (found,) = [one for page in read(WORLD(pulls=list(pulls), issues=[]), **more)[0] for one in page.pulls]
    return found


def only_ticket(*issues, **more):
    (found,) = [one for page in read(WORLD(pulls=[], issues=list(issues)), **more)[0] for one in page.tickets]
    return found


@cache
def facts_of_the_world():
    pages, _ = read(WORLD())
    return [one for page in pages for one in (*page.pulls, *page.tickets)]


def pull_numbered(number):
    return next(one for one in facts_of_the_world() if one[1] == number)


def ticket_keyed(key):
    return next(one for one in facts_of_the_world() if one[1] == key)


def test_the_api_of_the_cloud_of_a_cloud_of_ones_own_and_of_a_server_each_have_their_place():
    places = {
        "https://github.com": "https://api.github.com",
        "https://www.github.com": "https://api.github.com",
        "https://api.github.com": "https://api.github.com",
        "https://acme.ghe.com": "https://api.acme.ghe.com",
        "https://api.acme.ghe.com": "https://api.acme.ghe.com",
        "https://git.example.com": "https://git.example.com/api",
        "https://git.example.com:8443": "https://git.example.com:8443/api",
    }
    assert {address: READER.base(account_at(address)) for address in places} == places


def test_a_host_that_only_ends_like_github_is_not_taken_for_it():
    assert READER.base(account_at("https://notgithub.com")) == "https://notgithub.com/api"
    assert READER.base(account_at("https://github.com.example.org")) == "https://github.com.example.org/api"


def test_a_merged_pull_request_is_told_in_full():
    found = pull_numbered(11)
    assert (found.repository, found.system, found.own, found.state) == (
        LEDGER,
        "github",
        True,
        PullState.MERGED,
    )
    assert (found.head_branch, found.base_branch, found.draft) == ("work/11", "main", False)
    assert found.created == moment("2026-10-24T21:30:00Z")
    assert found.merged == found.closed == moment("2026-10-25T01:00:00Z")
    assert found.merge_commit == f"{11:040x}"
    assert found.commits == tuple(shas(11, 2))
    assert (found.added_lines, found.removed_lines, found.changed_files) == (110, 11, 3)
    assert found.url == f"https://git.example.com/{LEDGER}/pull/11"


def test_its_words_labels_and_ties_are_marks_and_its_body_is_dropped():
    found = pull_numbered(11)
    assert {
        Mark(MarkKind.TICKET, "LED-101"),
        Mark(MarkKind.CLOSES, f"{LEDGER}#12"),
        Mark(MarkKind.CLOSES, f"{TOOLS}#2"),
        Mark(MarkKind.AGENT, "claude"),
        Mark(MarkKind.LABEL, "bug"),
        Mark(MarkKind.LABEL, "money"),
    } == set(found.marks)
    assert "Co-authored" not in repr(found)


def test_the_first_review_is_a_persons_who_is_not_its_author():
    assert pull_numbered(11).reviewed == moment("2026-10-25T00:59:59Z")


def test_a_review_that_was_not_handed_in_yet_is_none():
    waiting = {**review(AT, "jo", state="PENDING"), "submittedAt": None}
    assert only_pull(pull(LEDGER, 1, "A", AT, AT, reviews=[waiting])).reviewed is None


def test_ready_is_when_it_last_stopped_being_a_draft():
    assert pull_numbered(17).ready == moment("2026-11-13T09:00:00Z")


def test_a_draft_is_not_ready_even_where_it_was_once():
    was = [event("ReadyForReviewEvent", AT)]
    found = only_pull(pull(LEDGER, 1, "A", AT, AT, isDraft=True, timelineItems=was))
    assert (found.draft, found.ready) == (True, None)


def test_closed_without_a_merge_is_closed():
    found = pull_numbered(15)
    assert (found.state, found.merged, found.merge_commit) == (PullState.CLOSED, None, None)
    assert found.closed == moment("2026-11-03T08:00:00Z")


def test_commits_beyond_the_first_hundred_are_asked_for():
    world = WORLD(pulls=[pull(LEDGER, 1, "A", AT, AT, commits=shas(1, 250))], issues=[])
    pages, client = read(world)
    (found,) = [one for page in pages for one in page.pulls]
    assert found.commits == tuple(shas(1, 250))
    assert client.requests == 4 + 2


def test_an_agents_pull_request_is_own_when_the_owner_was_assigned():
    found = pull_numbered(20)
    assert found.own
    assert Mark(MarkKind.AGENT, "copilot") in found.marks


def test_an_agents_pull_request_is_own_when_the_owner_reviewed_and_merged_it():
    found = pull_numbered(21)
    assert found.own
    assert Mark(MarkKind.AGENT, "devin") in found.marks


@pytest.mark.parametrize("number", [22, 23, 24, 25, 26, 27])
def test_others_work_is_not_told(number):
    assert number not in [one.number for one in facts_of_the_world() if isinstance(one, PullRequest)]


def test_a_person_who_is_called_like_an_agent_is_none():
    theirs = pull(LEDGER, 1, "A", AT, AT, author=person("claude"), assignees=[person(ME)])
    pages, _ = read(WORLD(pulls=[theirs], issues=[]))
    assert [page.pulls for page in pages if page.pulls] == []


def test_an_agents_that_was_assigned_and_reviewed_is_told_once():
    theirs = {
        "author": person("copilot-swe-agent", "Bot"),
        "assignees": [person(ME)],
        "reviews": [review(AT, ME)],
    }
    assert only_pull(pull(LEDGER, 1, "A", AT, AT, **theirs)).number == 1


def test_an_issue_is_told_in_full():
    found = ticket_keyed(f"{LEDGER}#12")
    assert (found.system, found.repository, found.type, found.state) == (
        "github",
        LEDGER,
        "Bug",
        TicketState.DONE,
    )
    assert (found.labels, found.pulls) == (("money",), (f"{LEDGER}#11",))
    assert found.done == moment("2026-10-25T01:00:00Z")
    assert found.url == f"https://git.example.com/{LEDGER}/issues/12"


def test_without_a_status_an_issue_began_when_the_owner_was_assigned():
    assert ticket_keyed(f"{LEDGER}#12").started == moment("2026-10-21T08:00:00Z")
    assert ticket_keyed(f"{LEDGER}#18").started == moment("2026-10-22T09:00:00Z")


def test_an_issue_whose_pull_request_was_open_before_that_began_with_it():
    linked = pull(LEDGER, 2, "B", "2026-11-09T08:00:00Z", AT)
    found = only_ticket(issue(LEDGER, 1, "A", AT, AT, pulls=[linked], timelineItems=[assigned(AT)]))
    assert (found.state, found.started) == (TicketState.STARTED, moment("2026-11-09T08:00:00Z"))


def test_a_status_in_a_project_is_the_start_of_an_issue():
    found = ticket_keyed(f"{TOOLS}#7")
    assert (found.state, found.started) == (TicketState.STARTED, moment("2026-11-08T08:00:00Z"))


@pytest.mark.parametrize("written", ["Backlog", "Todo", "To do", "Ready", "Done"])
def test_a_status_that_means_waiting_or_done_is_no_start(written):
    moved = [assigned(AT), status(AT, written)]
    found = only_ticket(issue(LEDGER, 1, "A", AT, AT, timelineItems=moved))
    assert (found.state, found.started) == (TicketState.OPEN, None)


def test_an_open_issue_that_was_only_assigned_has_not_begun():
    found = ticket_keyed(f"{LEDGER}#19")
    assert (found.state, found.started, found.done) == (TicketState.OPEN, None, None)


@pytest.mark.parametrize("key", [f"{LEDGER}#13", f"{TOOLS}#8"])
def test_not_planned_and_duplicates_are_not_done(key):
    found = ticket_keyed(key)
    assert (found.state, found.done) == (TicketState.NOT_PLANNED, None)


def test_closed_before_there_were_reasons_is_done():
    old = issue(LEDGER, 1, "A", AT, AT, closed=AT, reason=None)
    assert only_ticket(old).state is TicketState.DONE


def test_done_is_the_last_time_and_every_reopening_is_told():
    found = ticket_keyed(f"{LEDGER}#18")
    assert (found.state, found.done) == (TicketState.DONE, moment("2026-11-05T08:00:00Z"))
    assert found.reopened == (moment("2026-11-01T06:00:00Z"),)


def test_taking_up_what_was_not_planned_is_no_reopening():
    moved = [closed("2026-11-02T08:00:00Z", "NOT_PLANNED"), event("ReopenedEvent", "2026-11-03T08:00:00Z")]
    assert only_ticket(issue(LEDGER, 1, "A", AT, AT, timelineItems=moved)).reopened == ()


def test_an_issue_in_an_unknown_state_costs_itself():
    def spoil(asked, told):
        for one in told["data"].get("search", {}).get("nodes", []):
            one["state"] = "PAUSED" if one.get("number") == 1 else one.get("state")
        return told

    issues = [issue(LEDGER, number, "A", AT, AT) for number in (1, 2)]
    pages, _ = read(WORLD(pulls=[], issues=issues), spoil=spoil)
    assert [one.key for page in pages for one in page.tickets] == [f"{LEDGER}#2"]
    assert sum(page.left_out for page in pages) == 1


def test_without_leave_to_see_projects_the_rest_is_read():
    world = WORLD()
    world.may_see_projects = False
    pages, client = read(world)
    found = next(one for page in pages for one in page.tickets if one.key == f"{TOOLS}#7")
    assert (found.type, found.state, found.started) == ("Task", TicketState.OPEN, None)
    assert len([one for one in client.questions if "Statuses" in one["query"]]) == 1


def test_a_server_that_knows_neither_types_nor_projects_is_read_without():
    world = WORLD()
    world.old = True
    pages, _ = read(world)
    found = {one.key: one for page in pages for one in page.tickets}
    assert found.keys() == world.expected.tickets
    assert found[f"{LEDGER}#12"].type is None
    assert found[f"{LEDGER}#12"].done is not None


def test_a_limit_told_in_a_good_answer_says_until_when():
    world = WORLD()
    world.limit_used_up = True
    with pytest.raises(RemoteError) as caught:
        read(world)
    assert (caught.value.trouble, caught.value.until) == (Trouble.BUSY, 1_795_194_300_000)


def test_a_limit_told_beside_what_was_found_is_a_limit():
    def spoil(_, told):
        return {**told, "errors": [{"type": "RATE_LIMITED", "message": "canary"}]}

    with pytest.raises(RemoteError) as caught:
        read(WORLD(), spoil=spoil)
    assert caught.value.trouble is Trouble.BUSY


def test_many_of_an_agents_are_asked_for_in_parts():
    def theirs(number):
        at = moment_of_number(number)
        return pull(LEDGER, number, "A", at, at, **mine)

    mine = {"author": person("copilot-swe-agent", "Bot"), "assignees": [person(ME)]}
    world = WORLD(pulls=[theirs(number) for number in range(1, 91)], issues=[])
    world.most = 100
    pages, client = read(world)
    assert {one.number for page in pages for one in page.pulls} == set(range(1, 91))
    assert [len(one["variables"]["ids"]) for one in client.questions if "ids" in one["variables"]] == [
        40,
        40,
        10,
    ]


@pytest.mark.parametrize(
    ("kind", "trouble"),
    [
        ("FORBIDDEN", Trouble.NOT_ALLOWED),
        ("INSUFFICIENT_SCOPES", Trouble.NOT_ALLOWED),
        ("NOT_FOUND", Trouble.NOT_FOUND),
        ("SOMETHING_NEW", Trouble.UNEXPECTED),
        (None, Trouble.UNEXPECTED),
        (7, Trouble.UNEXPECTED),
    ],
)
def test_an_error_in_a_good_answer_is_told_in_kind(kind, trouble):
    with pytest.raises(RemoteError) as caught:
        read(WORLD(), spoil=lambda *_: {"data": None, "errors": [{"type": kind, "message": "canary"}]})
    assert caught.value.trouble is trouble
    assert "canary" not in repr(caught.value)


def test_a_row_closed_to_the_token_costs_itself():
    def spoil(asked, told):
        if "query Pulls(" in asked["query"]:
            told["data"]["search"]["nodes"][0] = None
            told["errors"] = [{"type": "FORBIDDEN", "path": ["search", "nodes", 0], "message": "canary"}]
        return told

    pulls = [pull(LEDGER, number, "A", AT, f"2026-11-1{number}T08:00:00Z") for number in (1, 2)]
    pages, _ = read(WORLD(pulls=pulls, issues=[]), spoil=spoil)
    assert [one.number for page in pages for one in page.pulls] == [2]
    assert sum(page.left_out for page in pages) == 1


def test_a_search_that_takes_too_long_is_asked_for_less():
    def spoil(asked, told):
        return RemoteError(Trouble.BROKEN, 502) if asked["variables"].get("first", 0) > 5 else told

    pages, client = read(WORLD(), spoil=spoil)
    assert {one.number for page in pages for one in page.pulls} >= {11, 14, 15, 16, 17}
    pulls = [one["variables"]["first"] for one in client.questions if "query Pulls(" in one["query"]]
    assert pulls[0] > 5
    assert set(pulls[1:]) == {5}


def moment_of_number(number, per_second=1):
    second = number // per_second
    return (
        f"2026-11-{1 + second // 86400:02}T{second // 3600 % 24:02}:{second // 60 % 60:02}:{second % 60:02}Z"
    )


def brief(number, per_second=1):
    at = moment_of_number(number, per_second)
    return issue(LEDGER, number, "A", at, at)


def test_more_than_a_search_gives_is_walked_around():
    world = WORLD(pulls=[], issues=[brief(number) for number in range(1, 1_201)])
    world.most = 100
    pages, _ = read(world)
    assert len({one.key for page in pages for one in page.tickets}) == 1_200
    assert pages[-1].done == 1_200


def test_many_that_changed_in_the_same_second_are_paged_through():
    issues = [brief(number, per_second=70) for number in range(1, 211)]
    world = WORLD(pulls=[], issues=issues)
    world.most = 20
    pages, _ = read(world)
    assert len({one.key for page in pages for one in page.tickets}) == 210


def test_what_changes_while_it_is_read_makes_nothing_be_missed():
    world = WORLD(
        pulls=[pull(LEDGER, number, "A", AT, moment_of_number(number)) for number in range(1, 10)], issues=[]
    )
    pages = []
    for page in READER.read(Direct(world), account_at(), None, SINCE):
        pages.append(page)
        if len(pages) == 1:
            world.pulls[0]["updatedAt"] = "2026-11-20T17:00:00Z"
    assert {one.number for page in pages for one in page.pulls} == set(range(1, 10))


def test_a_page_that_leads_to_itself_ends():
    def spoil(asked, told):
        if "search" in told["data"]:
            told["data"]["search"]["pageInfo"] = {"hasNextPage": True, "endCursor": "Y3Vyc29yOjA="}
        return told

    _, client = read(WORLD(), spoil=spoil)
    assert client.requests < 40


def test_a_reading_with_nothing_new_keeps_to_what_the_card_says():
    world = WORLD()
    world.most = 100
    pages, _ = read(world)
    _, client = read(world, pages[-1].bookmark)
    assert client.requests <= READER.card.requests_a_reading


def test_nulls_in_every_optional_field_cost_nothing_else():
    bare = pull(LEDGER, 1, "A", AT, AT, merged=AT, mergedBy=None, mergeCommit=None)

    def spoil(asked, told):
        for one in told["data"].get("search", {}).get("nodes", []):
            one.update(
                dict.fromkeys(("body", "additions", "deletions", "changedFiles", "headRefName", "url"))
            )
            one.update(dict.fromkeys(("labels", "reviews", "timelineItems", "commits", "assignees")))
            one.update(dict.fromkeys(("closingIssuesReferences", "author", "isDraft", "closedAt")))
        return told

    found = only_pull(bare, spoil=spoil)
    assert (found.number, found.state, found.commits, found.marks) == (1, PullState.MERGED, (), ())
    assert (found.merge_commit, found.added_lines, found.url, found.reviewed) == (None, None, None, None)


def test_nulls_in_an_issue_cost_nothing_else():
    def spoil(asked, told):
        for one in told["data"].get("search", {}).get("nodes", []):
            one.update(dict.fromkeys(("labels", "timelineItems", "stateReason", "url")))
            one.update(dict.fromkeys(("closedByPullRequestsReferences", "createdAt")))
        return told

    found = only_ticket(issue(LEDGER, 1, "A", AT, AT, closed=AT), spoil=spoil)
    assert (found.state, found.labels, found.pulls, found.reopened) == (TicketState.DONE, (), (), ())
    assert (found.started, found.type, found.url) == (None, None, None)


@pytest.mark.parametrize(
    "title", ["a\x00b\x1b[31mred\nnext", "x" * 20_000, "\u202egnirts\u202c ok", "\ud83d\ude00 ok"]
)
def test_hostile_titles_become_one_short_line(title):
    found = only_pull(pull(LEDGER, 1, title, AT, AT)).title
    assert found
    assert len(found) <= 300
    assert not any(sign in found for sign in "\x00\x1b\n\u202e\u202c")


def test_an_address_is_told_without_login_and_query():
    told = pull(
        LEDGER, 1, "A", AT, AT, url="https://me:canary@git.example.com/a/b/pull/1?token=canary#canary"
    )
    assert only_pull(told).url == "https://git.example.com/a/b/pull/1"


def test_a_commit_that_is_none_is_left_out():
    odd = [{"id": "1", "commit": commit("../../etc")}, {"id": "2", "commit": commit("AB" * 20)}]
    assert only_pull({**pull(LEDGER, 1, "A", AT, AT), "commits": odd}).commits == ("ab" * 20,)


def who(**changes):
    world = WORLD()
    for name, value in changes.items():
        setattr(world, name, value)
    return READER.who(Direct(world), account_at())


def test_who_tells_the_login_and_what_it_sees():
    told = who()
    assert (told.login, told.name, told.missing) == (ME, "Mara Lind", ())
    assert told.sees == (TOOLS, LEDGER)


@pytest.mark.parametrize(
    ("scopes", "missing"),
    [
        ("repo, read:project", ()),
        ("repo, project, read:org", ()),
        ("public_repo, read:org", ("repo", "read:project")),
        ("repo", ("read:project",)),
    ],
)
def test_scopes_that_a_classic_token_lacks_are_told(scopes, missing):
    assert who(scopes=scopes).missing == missing


def test_a_token_of_an_app_names_no_scopes_and_lacks_none_for_that():
    assert who(scopes="").missing == ()


def test_permissions_that_a_fine_grained_token_lacks_are_told_by_their_names_on_its_page():
    refused = {
        "/v3/repos/acme/ledger/issues": "issues=read",
        "/v3/repos/acme/ledger/pulls": "pull_requests=read",
    }
    missing = who(refused=refused).missing
    assert missing == ("Pull requests: Read-only", "Issues: Read-only")
    assert set(missing) <= set(READER.card.scopes)


def test_organizations_behind_single_sign_on_are_told():
    told = who(headers={"X-GitHub-SSO": "partial-results; organizations=21955855,20582480"})
    assert told.missing == ("SSO authorization",)


@pytest.mark.parametrize("said", [[], {}, {"login": None}, {"login": 7}])
def test_an_answer_without_a_login_is_told(said, monkeypatch):
    monkeypatch.setattr(Direct, "get", lambda *_: Answer(json.dumps(said).encode(), {}))
    with pytest.raises(RemoteError) as caught:
        READER.who(Direct(WORLD()), account_at())
    assert caught.value.trouble is Trouble.UNEXPECTED
