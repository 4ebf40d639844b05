"""The Spend page: groups, their sessions and the days each add up to what `spend` says of the same keys."""

from datetime import date, timedelta

import pytest

from apps import NOON, app_for
from outlay.domain.moments import Period, day_of
from outlay.domain.prices import Rate, TokenPrices
from outlay.domain.spend_page import SpendQuestion, Step
from outlay.use_cases import spend_page as module
from outlay.wiring import sample_app

BY = ("day", "tool", "model", "project", "repository", "group", "branch", "session")


@pytest.fixture(scope="module")
def sample():
    with sample_app(NOON, "UTC") as app:
        yield app


def all_days(app):
    today = day_of(NOON, app.zone)
    return Period(today - timedelta(days=120), today + timedelta(days=1), app.zone)


def sums(row):
    return row.list_micros, row.requests, row.unpriced_requests, row.tokens


@pytest.mark.parametrize("by", BY)
def test_groups_sessions_and_days_add_up_to_the_same_total_as_spend(sample, by):
    period = all_days(sample)
    page = sample.spend_page(SpendQuestion(by=by), period)
    total = sample.spend((), period).total
    assert sums(page.total) == sums(total)
    assert sum(group.row.list_micros for group in page.groups) == total.list_micros > 0
    assert sum(one.micros for day in page.days for one in day.looked) == total.list_micros
    for group in page.groups:
        assert sum(one.row.list_micros for one in group.sessions) == group.row.list_micros
        assert sum(one.row.requests for one in group.sessions) == group.row.requests
        for one in group.sessions:
            assert sum(micros for _, micros in one.items) == one.row.list_micros


@pytest.mark.parametrize("by", BY)
def test_every_group_is_the_row_spend_has_for_its_step(sample, by):
    period = all_days(sample)
    for group in sample.spend_page(SpendQuestion(by=by), period).groups:
        where = {group.step.key: group.step.value}
        assert sums(group.row) == sums(sample.spend((), period, where=where).total)


@pytest.mark.parametrize("by", ["tool", "model", "project", "branch", "day"])
def test_a_step_leads_to_what_its_group_says(sample, by):
    period = all_days(sample)
    for group in sample.spend_page(SpendQuestion(by=by), period).groups:
        page = sample.spend_page(SpendQuestion((group.step,), "session"), period)
        assert sums(page.total) == sums(group.row)
        assert page.sessions == len(group.sessions)


def test_the_amount_by_kind_adds_up_to_the_list_value_of_any_part(sample):
    period = all_days(sample)
    wheres = [{}, {"tool": "claude_code"}, {"branch": None}]
    wheres += [{"project": group.step.value} for group in _groups(sample, "project", period)]
    wheres += [{"day": group.step.value} for group in _groups(sample, "day", period)]
    wheres += [{"model": group.step.value} for group in _groups(sample, "model", period)]
    for where in wheres:
        found = sample.amount_by_kind(period, where=where)
        total = sample.spend((), period, where=where).total
        assert sum(found.by_kind.values()) == total.list_micros
        assert sum(row.micros for row in found.rates) == total.list_micros
        assert sum(row.requests for row in found.rates) == total.requests - total.unpriced_requests


def _groups(app, by, period):
    return [one for one in app.spend_page(SpendQuestion(by=by), period).groups if one.step.key == by]


def test_folders_outside_of_repositories_stand_together_beside_repositories(sample):
    period = all_days(sample)
    groups = sample.spend_page(SpendQuestion(by="project"), period).groups
    outside = [group for group in groups if group.step == Step("repository", None)]
    rows = sample.spend(("repository", "project"), period).rows
    folders = [row.keys[1] for row in rows if row.keys[0] is None]
    assert [group.folders for group in outside] == ([len(folders)] if folders else [])


def test_without_any_repository_every_folder_is_a_group_of_its_own(home):
    app = app_for(home)
    app.sync()
    groups = app.spend_page(SpendQuestion(by="project"), all_days(app)).groups
    assert groups
    assert all(group.step.key == "project" and not group.folders for group in groups)


def test_a_price_of_the_owners_is_among_the_rows_and_its_amount_adds_up(home):
    app = app_for(home)
    app.sync()
    period = all_days(app)
    unpriced = [model for model, _ in app.prices()[1]]
    app.set_price(
        Rate("", unpriced[0], "standard", 0, TokenPrices(2_000_000, 8_000_000), (), None, "USD", "owner")
    )
    found = app.amount_by_kind(period)
    assert sum(found.by_kind.values()) == app.spend((), period).total.list_micros
    assert [row.rate.model for row in found.rates if row.rate.source == "owner"] == [unpriced[0]]


def test_too_many_requests_are_told_without_sessions_until_they_are_asked_for(sample, monkeypatch):
    monkeypatch.setattr(module, "MOST_REQUESTS", 3)
    period = all_days(sample)
    few = sample.spend_page(SpendQuestion(by="tool"), period)
    assert few.sessions is None
    assert few.amounts is None
    assert all(group.sessions is None for group in few.groups)
    whole = sample.spend_page(SpendQuestion(by="tool", whole=True), period)
    assert [sums(group.row) for group in few.groups] == [sums(group.row) for group in whole.groups]
    assert whole.sessions


def test_a_period_without_use_has_no_group_and_its_days_are_empty(sample):
    period = Period(date(2020, 1, 6), date(2020, 1, 13), sample.zone)
    page = sample.spend_page(SpendQuestion(), period)
    assert page.groups == ()
    assert page.amount.micros is None
    assert [day.day for day in page.days] == list(period.days)


def test_what_happened_after_the_moment_asked_for_is_left_out(home):
    app = app_for(home)
    app.sync()
    then = app_for(home, as_of=NOON - 10 * 3_600_000)
    page = then.spend_page(SpendQuestion(), all_days(then))
    assert page.total.list_micros == then.spend(()).total.list_micros == 250_000
    assert sum(page.amounts.by_kind.values()) == 250_000
