"""What a board would count is every kind of token; the kinds, the days and the models each add up to it."""

from datetime import date

import pytest

from apps import NOON, app_for
from outlay.domain.moments import Period
from outlay.wiring import sample_app


@pytest.fixture(scope="module")
def sample():
    with sample_app(NOON, "UTC") as app:
        yield app


def test_kinds_days_and_models_each_add_up_to_the_boards_number(sample):
    answer = sample.tokens()
    total = sample.spend(()).total
    assert answer.total.board == total.tokens.total > 0
    assert sum(count or 0 for _, count in answer.kinds) == answer.total.board
    for parts in (answer.days, answer.models):
        assert sum(part.board for part in parts) == answer.total.board
        assert sum(part.requests for part in parts) == total.requests


def test_reasoning_is_a_part_of_output_and_not_counted_twice(sample):
    assert "reasoning" not in dict(sample.tokens().kinds)
    assert sample.tokens().total.tokens.reasoning is not None


def test_a_kind_no_log_holds_is_unknown_and_not_nought(home):
    app = app_for(home)
    app.sync()
    kinds = dict(app.tokens().kinds)
    assert kinds["cache_write_unsplit"] is None
    assert kinds["cache_read"] == 200_000


def test_a_period_counts_its_days_alone(home):
    app = app_for(home)
    app.sync()
    day = Period(date(2026, 11, 19), date(2026, 11, 20), app.zone)
    assert app.tokens(day).total.board == 10_000
    assert [part.key for part in app.tokens(day).days] == ["2026-11-19"]
