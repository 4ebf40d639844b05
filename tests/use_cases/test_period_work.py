"""Where the money of periods went: items, the others and what is not linked add up to the spend, to the micro-unit."""

import sqlite3
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apps import app_for
from claude_lines import response, write_log
from outlay.domain.attribution import Form, Reason
from outlay.domain.moments import Period
from outlay.domain.own_words import OwnItemKind
from shop_repository import EMAIL, commit, git

SHARES = st.lists(
    st.tuples(
        st.integers(0, 11),
        st.integers(0, 8),
        st.sampled_from(["O", "A", "B", "b", "C+"]),
        st.integers(1, 1_000_000),
    ),
    max_size=40,
)


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    """Twelve sessions over as many days, and nine commits that nothing is linked to yet."""
    home = tmp_path_factory.mktemp("home")
    shop = home / "shop"
    shop.mkdir()
    git(shop, "init", "-q", "-b", "main")
    git(shop, "config", "user.email", EMAIL)
    start = datetime(2026, 11, 9, 9, tzinfo=UTC)
    for number in range(9):
        commit(shop, f"part{number}", start + timedelta(days=number))
    for number in range(12):
        at = (start + timedelta(days=number)).strftime("%Y-%m-%dT%H:%M:%S.000Z")
        line = response(
            f"m{number}",
            f"r{number}",
            at,
            tokens=(number, 7, 1, 0, 1_001),
            session=f"s{number}",
            cwd=str(shop),
        )
        write_log(home, [line], name=f"s{number}")
    app = app_for(home)
    app.add_repositories([str(shop)])
    app.sync()
    return app


@contextmanager
def linked(app, shares):
    """The shares of some turns as attribution would have kept them; they are gone afterwards."""
    items = [item.item for item in app.items().items]
    with closing(sqlite3.connect(app.database)) as store:
        sessions = [row[0] for row in store.execute("select session_id from fact_sessions order by 1")]
        left = dict.fromkeys(sessions, 1_000_000)
        for session, item, tier, weight in shares:
            number, name = sessions[session], items[item % len(items)]
            taken = min(weight, left[number])
            turn = store.execute(
                "select max(coalesce(turn, 0)) from fact_usage where session_id = ?", (number,)
            )
            row = (number, turn.fetchone()[0], name, tier, taken, 0, 0)
            if (
                taken
                and store.execute(
                    "insert or ignore into derived_shares values (?, ?, ?, ?, ?, ?, ?)", row
                ).rowcount
            ):
                left[number] -= taken
        store.commit()
        try:
            yield items
        finally:
            store.execute("delete from derived_shares")
            store.commit()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SHARES)
def test_items_others_and_not_linked_add_up_to_the_spend_of_every_period(app, shares):
    with linked(app, shares):
        glance = app.glance()
        for period in (glance.today, glance.week, glance.month):
            items = sum(item.whole for item in period.top_items)
            others = period.other_items.direct + period.other_items.context
            assert items + others + period.not_linked_micros == period.spend.micros
            listed = app.items(period.period)
            assert listed.not_linked.whole == period.not_linked_micros
            told = {item.item: (item.in_period.direct, item.in_period.context) for item in listed.items}
            assert all(told[item.item] == (item.direct, item.context) for item in period.top_items)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SHARES, st.sampled_from([("item",), ("item", "day"), ("model", "item"), ("session", "item", "tool")]))
def test_spend_by_item_adds_up_and_gives_each_item_what_it_has_elsewhere(app, shares, by):
    with linked(app, shares):
        answer, listed = app.spend(by), app.items()
        whole = app.spend(()).total
        assert answer.total == whole
        at = by.index("item")
        by_item = {}
        for row in answer.rows:
            by_item[row.keys[at]] = by_item.get(row.keys[at], 0) + row.list_micros
        if by == ("item",):
            told = {item.item: item.in_all.whole for item in listed.items if item.in_all.whole}
            assert {key: micros for key, micros in by_item.items() if key and micros} == told
            assert by_item.get(None, 0) == listed.not_linked.whole


def test_the_items_with_the_most_money_come_first_and_the_rest_is_one_sum(app):
    shares = [(session, session, "A" if session % 2 else "b", 900_000) for session in range(8)]
    with linked(app, shares):
        month = app.glance().month
    assert len(month.top_items) == 5
    assert month.other_items.number == 3
    assert [item.whole for item in month.top_items] == sorted(
        (item.whole for item in month.top_items), reverse=True
    )
    assert {item.form for item in month.top_items} == {Form.COMMIT}
    assert month.not_linked.keys() == {Reason.NO_EDITS}


def test_what_shipped_in_a_week_is_what_its_days_and_its_glance_say(app):
    week = app.week(Period(date(2026, 11, 9), date(2026, 11, 16), app.zone))
    assert week.shipped == len(week.items) == 7
    assert [len(day.items) for day in week.days] == [1] * 7
    assert week.work.not_linked.whole == week.work.total_micros == week.total.micros


def test_work_entered_for_a_later_moment_has_not_shipped_yet(app):
    before = app.glance().month.shipped
    told = app.add_item("A talk", OwnItemKind.OTHER, app.now + 60_000)
    assert app.glance().month.shipped == before
    app.undo_act(told.act.number)
