"""Spend narrowed to one value of a key is the row of that value, split further; weeks begin as the owner wants."""

from itertools import permutations

import pytest

from apps import app_for
from claude_lines import response, write_log
from outlay.errors import WrongCallError
from outlay.use_cases.spend import KEYS

PAIRS = list(permutations(KEYS, 2))


@pytest.fixture
def app(home, shop):
    app = app_for(home)
    app.add_repositories([str(shop)])
    app.sync()
    app.add_to_group("Acme", [str(shop)])
    return app


@pytest.mark.parametrize(("by", "narrowed"), PAIRS)
def test_what_is_narrowed_to_a_value_adds_up_to_the_row_of_that_value(app, by, narrowed):
    for row in app.spend((narrowed,)).rows:
        answer = app.spend((by,), where={narrowed: row.keys[0]})
        assert answer.total._replace(keys=()) == row._replace(keys=())
        assert sum(one.list_micros for one in answer.rows) == row.list_micros


def test_narrowing_by_several_keys_takes_what_has_all_of_these_values(app):
    answer = app.spend(("model",), where={"day": "2026-11-20", "repository": "shop"})
    assert answer.total.list_micros == 605_000
    assert app.spend((), where={"day": "2026-11-19", "repository": None}).total.requests == 0


def test_a_value_nothing_has_leaves_nothing_and_not_everything(app):
    assert app.spend(("day",), where={"session": "none such"}).rows == ()


def test_a_key_there_is_not_is_refused(app):
    with pytest.raises(WrongCallError, match="colour"):
        app.spend((), where={"colour": "red"})


def test_weeks_begin_on_the_day_the_owner_set(home):
    write_log(home, [response("sun", "r", "2026-11-15T12:00:00.000Z")], name="sunday")
    app = app_for(home)
    app.sync()
    assert [row.keys[0] for row in app.spend(("week",)).rows] == ["2026-11-09", "2026-11-16"]
    app.set("week_start", "sunday")
    assert [row.keys[0] for row in app.spend(("week",)).rows] == ["2026-11-15"]
    assert app.week().period.start.isoformat() == "2026-11-15"
