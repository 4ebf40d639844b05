"""The Spend page in words: what its table shows adds up to the cent, and what is not known says so."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_items import item

from outlay.domain.answers import ItemState, SpendRow
from outlay.domain.moments import Period, UtcMillis
from outlay.domain.money import Amount
from outlay.domain.spend_page import (
    KindAmounts,
    SpendPage,
    SpendQuestion,
    SpentGroup,
    SpentSession,
    Step,
    TokenKind,
)
from outlay.domain.usage import TokenCounts
from outlay.domain.words import plain
from outlay.presenters.amounts import cents_of
from outlay.presenters.pages.spend import PRICES, spend_view
from outlay.presenters.pages.spend_prices import micros_of, price_text
from outlay.presenters.pages.spend_table import Wishes
from outlay.presenters.pages.spend_words import crumbs, next_key, project_text
from outlay.rules.spans import Unit

PERIOD = Period(date(2026, 11, 16), date(2026, 11, 23), ZoneInfo("UTC"))
MONDAY = UtcMillis(1_794_823_200_000)
micros = st.integers(0, 50_000_000)


def row(amount, requests=3, unpriced=0):
    return SpendRow((), requests, TokenCounts(1, 2, output=3), amount, None, unpriced, 0)


def session(number, amount, items=(), **more):
    told = {"branch": "feature/x", "project": "acme/api", "models": ("claude-opus-4-6",), "first": MONDAY}
    return SpentSession("claude_code", f"s{number}", items=items, row=row(amount), **{**told, **more})


def page(groups, *, question=SpendQuestion(), items=(), amounts=None):
    total = row(sum(group.row.list_micros for group in groups), sum(group.row.requests for group in groups))
    unpriced = sum(group.row.unpriced_requests for group in groups)
    total = total._replace(unpriced_requests=unpriced)
    amount = Amount(total.list_micros if groups else None, at_least=unpriced > 0)
    known = {one.item: one for one in items}
    sessions = sum(len(group.sessions or ()) for group in groups)
    return SpendPage(
        question,
        PERIOD,
        tuple(groups),
        total,
        amount,
        amount,
        sessions,
        (),
        known,
        amounts,
        oldest=MONDAY,
        newest=MONDAY,
        as_of=MONDAY,
        revision=1,
    )


def group(name, sessions, step="project"):
    whole = sum(one.row.list_micros for one in sessions)
    return SpentGroup(Step(step, name), row(whole, 3 * len(sessions)), ("claude_code",), tuple(sessions))


def view(told, wishes=Wishes()):
    return spend_view(told, Unit.WEEK, "/home/ada", wishes)


def cents(cell):
    return round(100 * float(cell.text.strip("$").replace(",", "")))


@given(st.lists(st.lists(micros, min_size=1, max_size=9), min_size=1, max_size=5))
def test_groups_add_up_to_the_total_and_sessions_to_their_group_to_the_cent(amounts):
    groups = [
        group(f"g{at}", [session(f"{at}-{n}", one) for n, one in enumerate(some)])
        for at, some in enumerate(amounts)
    ]
    rows = view(page(groups)).table.table.rows
    heads = [one for one in rows if one.expandable]
    assert sum(cents(one.cells[-1]) for one in heads) == cents(rows[-1].cells[-1])
    assert cents(rows[-1].cells[-1]) == cents_of(sum(map(sum, amounts)))
    for head in heads:
        at = rows.index(head) + 1
        inside = []
        while rows[at].level:
            inside.append(cents(rows[at].cells[-1]))
            at += 1
        assert sum(inside) == cents(head.cells[-1])


def test_the_sessions_that_are_not_shown_are_counted_and_summed():
    groups = [group("acme/api", [session(n, 1_000_000) for n in range(9)])]
    more = next(one for one in view(page(groups)).table.table.rows if one.key.startswith("more:"))
    assert more.cells[0].text == "4 more sessions"
    assert more.cells[3].text == "12"
    assert more.cells[-1].text == "4.00"
    assert more.cells[6].text == "4 set aside or not linked"


@pytest.mark.parametrize(
    ("state", "text"),
    [
        (ItemState.SETTLING, "#1"),
        (ItemState.IN_FLIGHT, "#1, open"),
        (ItemState.SET_ASIDE, "#1, set aside"),
        (ItemState.REVERTED, "#1, reverted"),
    ],
)
def test_a_session_says_what_most_of_it_went_to(state, text):
    went = item("pr:acme/api#1", state=state)
    told = [group("acme/api", [session(1, 5, items=(("pr:acme/api#1", 4), (None, 1)))])]
    assert view(page(told, items=(went,))).table.table.rows[1].cells[6].text == text


def test_several_items_are_counted_and_none_is_not_linked():
    items = [item(f"pr:acme/api#{number}") for number in (1, 2, 3)]
    into = tuple((one.item, 1) for one in items)
    told = [group("acme/api", [session(1, 3, items=into), session(2, 1, items=((None, 1),))])]
    rows = view(page(told, items=items)).table.table.rows
    assert rows[1].cells[6].text == "#1 and 2 more"
    assert rows[2].cells[6].text == "not linked"


def test_requests_without_a_price_make_every_sum_above_a_lower_bound_and_lead_to_the_prices():
    part = group("acme/api", [session(1, 4_000_000)])
    unpriced = part._replace(row=part.row._replace(unpriced_requests=1))
    told = view(page([unpriced]))
    assert told.figure.sign == "\u2265"
    assert told.table.table.rows[0].cells[-1].sign == "\u2265"
    assert told.table.table.rows[-1].cells[-1].sign == "\u2265"
    assert plain(told.caption).endswith("1 request has no known price and is in no sum. Set a price")
    assert told.caption[-1].link == PRICES


def test_a_group_without_any_price_is_unknown_and_never_nothing():
    part = group("acme/api", [session(1, 0)])
    rows = view(page([part._replace(row=row(0, 3, 3))])).table.table.rows
    assert rows[0].cells[-1].text == "\u2013"


def test_shares_of_the_amount_are_told_the_largest_first():
    kinds = {TokenKind.CACHE_READ: 55, TokenKind.CACHE_WRITE: 41, TokenKind.OUTPUT: 4, TokenKind.INPUT: 0}
    told = page([group("acme/api", [session(1, 100)])], amounts=KindAmounts(kinds, ()))
    words = plain(view(told).tokens).replace("\u00a0", " ")
    assert "Cache read is 55 % of the amount, cache written 41 %, output 4 %." in words
    assert words.startswith("Input 1, cache read 2, output 3 tokens.")


def test_a_part_stands_beside_the_whole_in_the_caption():
    question = SpendQuestion((Step("tool", "claude_code"),), "project")
    told = view(page([group("acme/api", [session(1, 4_000_000)])], question=question))
    assert plain(told.caption) == "list value, 1 session, of $4.00 this week"
    assert (told.name, told.tool) == ("Claude Code", "claude_code")


def test_sessions_that_are_the_groups_stand_without_a_head():
    groups = [group(f"s{n}", [session(n, n * 10_000)], "session") for n in range(1, 4)]
    told = view(page(groups, question=SpendQuestion(by="session")))
    rows = told.table.table.rows
    assert [one.cells[-1].text for one in rows[:-1]] == ["$0.03", "0.02", "0.01"]
    assert "sessions" not in {column.key for column in told.table.table.columns}
    assert all(one.level == 0 for one in rows)
    assert told.table.sessions[rows[0].key] == ("claude_code", "s3")


def test_an_empty_period_is_a_dash_with_its_sentence():
    told = view(page([]))
    assert told.figure.text == "\u2013"
    assert told.empty
    assert plain(told.empty_sentence) == "No tool wrote a request. Show Mon 16 Nov, the last day with use"


def test_before_the_first_log_use_is_unknown_and_not_none():
    later = page([])._replace(oldest=PERIOD.after, newest=PERIOD.after)
    told = view(later)
    assert plain(told.caption) == "list value, unknown"
    assert "what was used before is not known" in plain(told.empty_sentence)


def test_without_a_group_the_way_to_make_one_is_told():
    told = view(page([group(None, [session(1, 1)], "group")], question=SpendQuestion(by="group")))
    assert told.note[-1].link == "groups"
    assert told.table.table.rows[0].cells[0].text == "In no group"


def test_each_step_leads_on_to_what_tells_more():
    assert next_key((Step("tool", "codex"),), "tool") == "project"
    assert next_key((Step("project", "a"), Step("tool", "codex")), "tool") == "branch"
    assert next_key((Step("branch", "main"),), "branch") == "session"
    way = crumbs((Step("tool", "codex"), Step("repository", None)), "")
    assert [(crumb.text, crumb.steps) for crumb in way] == [
        ("All spend", 0),
        ("Codex", 1),
        ("Outside a repository", 2),
    ]


def test_a_folder_is_called_by_its_end_and_a_repository_by_its_name():
    assert project_text("acme/api", "/home/ada") == "acme/api"
    assert project_text("/home/ada/work/shop", "/home/ada") == "~/work/shop"
    assert project_text("/srv/data/clients/acme/shop", "/home/ada") == "\u2026/acme/shop"
    assert project_text("C:\\work\\clients\\acme\\shop", "") == "\u2026/acme/shop"


@pytest.mark.parametrize("text", ["2.50", "$2.50", " 2.5 ", "2.500000"])
def test_a_price_is_taken_as_it_is_typed(text):
    assert micros_of(text) == 2_500_000
    assert price_text(2_500_000) == "2.50"


@pytest.mark.parametrize("text", ["", "x", "-1", "1.0000001", "nan", "inf", "1e999999", "1,5"])
def test_what_is_no_price_is_refused(text):
    assert micros_of(text) is None


@given(st.integers(0, 10**10))
def test_a_price_reads_back_as_it_was_shown(amount):
    assert micros_of(price_text(amount).replace(",", "")) == amount
