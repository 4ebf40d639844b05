"""A saved review never changes; what becomes known later stands beside it, and every save is kept."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from apps import app_for
from basket_world import SEVEN, TOPIC, shipped_basket
from claude_lines import response, write_log
from outlay.cli.shared_arguments import moment
from outlay.domain.answers import ItemState
from outlay.domain.prices import Rate, TokenPrices
from outlay.domain.review import ReviewWords, WordsWish
from outlay.errors import WrongCallError
from outlay.store.store import view
from shop_repository import git

FIRST_WITH_REVIEWS = Path(__file__).parent.parent / "fixtures" / "databases" / "schema-13.sqlite"
WEEK = date(2026, 11, 18)
FRIDAY, MONDAY, LATER = "2026-11-20T17:05:00Z", "2026-11-23T09:00:00Z", "2026-11-30T09:00:00Z"

DEARER = Rate("", "claude-opus-4-6", "standard", 0, TokenPrices(0, 50_000_000), (), None, "USD", "owner")


@pytest.fixture
def world(empty_home):
    return shipped_basket(empty_home)


@pytest.fixture
def used(empty_home):
    """A home with one request of the week, and one as the second week begins."""
    for number, when in enumerate(("2026-11-18T09:00:00.000Z", "2026-11-25T09:00:00.000Z")):
        name = f"5f0c0000-0000-4000-8000-{number:012}"
        write_log(empty_home, [response(f"m{number}", f"r{number}", when, session=name)], name=name)
    app_for(empty_home).sync()
    return empty_home


def changed(home, sql, *values):
    with closing(sqlite3.connect(home / "data" / "outlay.sqlite")) as connection, connection:
        connection.execute(sql, values)


def rows(home):
    with closing(view(home / "data" / "outlay.sqlite")) as store:
        return store.reviews.every()


def nothing_changed(since):
    then = (since.total_before, since.shipped_before)
    return then == (since.total_now, since.shipped_now) and not since.items and not since.corrections


def test_it_is_opened_again_with_its_words_and_the_figures_it_was_saved_with(world):
    app = world.app(MONDAY)
    before = app.review(WEEK).now
    app.save_review(WEEK, WordsWish("The basket", "Taxes", "Labels"))
    saved = world.app(LATER).review(WEEK).newest
    assert saved.words == ReviewWords("The basket", "Taxes", "Labels")
    assert saved.review == before
    assert (saved.saved, saved.method, saved.revision) == (moment(MONDAY), before.method, before.revision)


def test_nothing_stands_beside_it_while_nothing_changed_but_that_it_settled(world):
    world.app(MONDAY).save_review(WEEK, WordsWish("The basket"))
    page = world.app("2026-12-07T09:00:00Z").review(WEEK)
    assert page.now.shipped[0].state is ItemState.HELD
    assert page.newest.review.shipped[0].state is ItemState.SETTLING
    assert nothing_changed(page.since)


def test_a_price_that_changes_later_stands_beside_the_figures_with_its_date_and_reason(world):
    app = world.app(MONDAY)
    app.sync()
    app.save_review(WEEK, WordsWish("The basket"))
    frozen = rows(world.home)
    later = world.app(LATER)
    later.set_price(DEARER)
    page = later.review(WEEK)
    assert (
        page.newest.review.total_micros
        == page.since.total_before
        < page.since.total_now
        == page.now.total_micros
    )
    assert [(one.day, one.moment) for one in page.since.corrections] == [(date(2026, 11, 19), moment(LATER))]
    assert "claude-opus-4-6" in page.since.corrections[0].reason
    assert rows(world.home) == frozen


def test_what_was_corrected_before_it_was_saved_is_in_its_figures_and_not_beside_them(world):
    app = world.app(MONDAY)
    app.sync()
    app.set_price(DEARER)
    later = world.app(LATER)
    later.save_review(WEEK, WordsWish("The basket"))
    assert nothing_changed(later.review(WEEK).since)


def test_an_item_that_is_reverted_later_is_told_and_the_count_then_and_now(world):
    world.app(MONDAY).save_review(WEEK, WordsWish("The basket"))
    git(world.shop, "revert", "--no-edit", "HEAD")
    world.fetched()
    world.app(LATER).sync()
    page = world.app(LATER).review(WEEK)
    assert [(one.item, one.before, one.now) for one in page.since.items] == [
        (SEVEN, ItemState.SETTLING, ItemState.REVERTED)
    ]
    assert (page.since.shipped_before, page.since.shipped_now) == (1, 0)
    assert len(page.newest.review.shipped) == 1


def test_an_item_the_owner_dismisses_later_is_told_as_no_longer_there(world):
    world.app(MONDAY).save_review(WEEK, WordsWish("The basket"))
    world.app(LATER).dismiss_item(SEVEN)
    assert [one.now for one in world.app(LATER).review(WEEK).since.items] == [None]


def test_a_later_edit_is_a_new_row_and_keeps_figures_and_words_that_were_not_given(world):
    world.app(MONDAY).save_review(WEEK, WordsWish("The basket", "Taxes"))
    world.app(LATER).dismiss_item(SEVEN)
    world.app(LATER).save_review(WEEK, WordsWish(hard="Rounding"))
    first, second = rows(world.home)
    assert (first.words, second.words) == (
        ReviewWords("The basket", "Taxes", ""),
        ReviewWords("The basket", "Rounding", ""),
    )
    assert (first.answer, first.revision, first.saved) == (second.answer, second.revision, moment(MONDAY))
    page = world.app(LATER).review(WEEK)
    assert [one.number for one in page.saved] == [first.number, second.number]
    assert page.newest.words.hard == "Rounding"


def test_figures_of_a_week_that_was_running_are_frozen_anew_by_the_next_save(used):
    app_for(used, moment("2026-11-17T17:00:00Z")).save_review(WEEK, WordsWish("Began"))
    app_for(used, moment(MONDAY)).save_review(WEEK, WordsWish(next="More"))
    running, over = (one.review for one in app_for(used, moment(LATER)).review(WEEK).saved)
    assert (running.requests, running.is_over, over.requests, over.is_over) == (0, False, 1, True)


def test_a_week_that_has_not_begun_cannot_be_saved(used):
    with pytest.raises(WrongCallError, match="has not begun"):
        app_for(used).save_review(date(2026, 11, 23), WordsWish("Soon"))
    assert rows(used) == ()


def test_as_of_a_moment_before_it_was_saved_it_is_not_there_yet(used):
    app_for(used, moment(MONDAY)).save_review(WEEK, WordsWish("Saved"))
    assert app_for(used, moment(FRIDAY)).review(WEEK).saved == ()
    assert app_for(used, moment(FRIDAY)).past_reviews() == ()


def test_it_is_saved_as_things_stood_at_a_moment_before_the_newest_fact(world):
    before_landing = "2026-11-19T11:00:00Z"
    world.app(before_landing).save_review(WEEK, WordsWish("Half way"))
    saved = world.app(before_landing).review(WEEK).newest
    assert (saved.words.mattered, saved.review.shipped, saved.review.is_over) == ("Half way", (), False)
    assert [one.item for one in saved.review.still_open] == [TOPIC]


def test_it_keeps_its_own_days_and_zone_when_the_owner_moves(used):
    app_for(used, moment(MONDAY), "Europe/Berlin").save_review(WEEK, WordsWish("In Berlin"))
    page = app_for(used, moment(LATER), "America/Los_Angeles").review(WEEK)
    assert (page.newest.zone, page.now.period.zone.key) == ("Europe/Berlin", "Europe/Berlin")
    assert nothing_changed(page.since)


def test_it_keeps_its_days_when_weeks_begin_on_another_day_later(used):
    app_for(used, moment(MONDAY)).save_review(WEEK, WordsWish("From Monday"))
    app = app_for(used, moment(LATER))
    app.set("week_start", "sunday")
    assert app.review(WEEK).now.period.start == date(2026, 11, 16)
    assert app.review(date(2026, 11, 25)).now.period.start == date(2026, 11, 22)


def test_a_week_over_the_new_year_is_one_week(used):
    app = app_for(used, moment("2027-01-04T09:00:00Z"))
    app.save_review(date(2026, 12, 30), WordsWish("Rest"))
    page = app.review(date(2027, 1, 3))
    assert (page.newest.first_day, page.newest.words.mattered) == (date(2026, 12, 28), "Rest")
    assert app.review(date(2027, 1, 4)).newest is None


def test_one_saved_by_an_older_method_keeps_it_and_the_method_now_is_told(used):
    app_for(used, moment(MONDAY)).save_review(WEEK, WordsWish("Long ago"))
    changed(
        used,
        "update owner_reviews set method = '0', answer = replace(answer, '\"method\":\"', '\"method\":\"0.')",
    )
    page = app_for(used, moment(LATER)).review(WEEK)
    assert (page.newest.method, page.newest.review.method[:2]) == ("0", "0.")
    assert page.since.method_now == page.now.method
    assert nothing_changed(page.since)


def test_one_an_older_version_saved_without_what_is_told_today_is_still_read(used):
    app_for(used, moment(MONDAY)).save_review(WEEK, WordsWish("Long ago"))
    for field in ("links", "follow_ups", "pattern", "coverage", "still_open", "change.projects"):
        changed(used, f"update owner_reviews set answer = json_remove(answer, '$.{field}')")
    changed(used, "update owner_reviews set answer = json_set(answer, '$.later', 1, '$.went[0].later', 1)")
    saved = app_for(used, moment(LATER)).review(WEEK).newest
    assert (saved.review.requests, saved.review.links, saved.review.coverage) == (1, (), None)


@pytest.mark.parametrize(
    "answer",
    ['{"form":2}', "", "null", "[]", "{", '{"form":1}', '{"form":1,"change":{"verdict":"new"}}', '"text"'],
)
def test_figures_that_cannot_be_read_leave_the_words_and_are_kept(used, answer):
    app_for(used, moment(MONDAY)).save_review(WEEK, WordsWish("Still here"))
    changed(used, "update owner_reviews set answer = ?", answer)
    app = app_for(used, moment(LATER))
    page = app.review(WEEK)
    assert (page.newest.words.mattered, page.newest.review, page.since) == ("Still here", None, None)
    app.save_review(WEEK, WordsWish(next="More"))
    assert [row.answer for row in rows(used)] == [answer, answer]


def test_a_zone_this_machine_does_not_know_leaves_the_words(used):
    app_for(used, moment(MONDAY)).save_review(WEEK, WordsWish("Far away"))
    changed(
        used,
        "update owner_reviews set zone = 'Mars/Olympus', answer = replace(answer, '\"UTC\"', '\"Mars/X\"')",
    )
    page = app_for(used, moment(LATER)).review(WEEK)
    assert (page.newest.words.mattered, page.newest.review, page.since) == ("Far away", None, None)


def test_the_list_has_the_newest_of_each_week_newest_week_first(used):
    app = app_for(used, moment(LATER))
    app.save_review(WEEK, WordsWish("One"))
    app.save_review(date(2026, 11, 25), WordsWish("Other"))
    app.save_review(WEEK, WordsWish("One again"))
    told = [(one.review.first_day, one.review.words.mattered, one.versions) for one in app.past_reviews()]
    assert told == [(date(2026, 11, 23), "Other", 1), (date(2026, 11, 16), "One again", 2)]


def test_the_list_is_searched_by_words_and_by_the_titles_of_what_shipped(world):
    world.app(MONDAY).save_review(WEEK, WordsWish("Quiet"))
    app = world.app(LATER)
    assert len(app.past_reviews("basket SORT")) == len(app.past_reviews("quiet")) == 1
    assert app.past_reviews("loud") == ()


def test_a_save_is_an_act_that_raises_the_revision_and_survives_a_rebuild_and_a_lost_file(used):
    app = app_for(used, moment(MONDAY))
    before = app.review(WEEK).now.revision
    app.save_review(WEEK, WordsWish("Kept"))
    assert app.review(WEEK).now.revision == before + 1
    app.rebuild()
    (used / "data" / "outlay.sqlite").unlink()
    app.sync()
    assert app.review(WEEK).newest.words.mattered == "Kept"


def test_everything_that_is_kept_goes_into_the_zip_of_everything(used, tmp_path):
    app_for(used, moment(MONDAY)).save_review(WEEK, WordsWish("=HYPERLINK(1)"))
    with closing(view(used / "data" / "outlay.sqlite")) as store:
        columns, (row,) = store.exported.columns("own_reviews"), store.exported.rows("own_reviews")
    assert dict(zip(columns, row, strict=True))["mattered"] == "=HYPERLINK(1)"


def test_a_review_in_a_file_of_the_version_that_first_kept_reviews_is_opened_as_it_was(empty_home):
    (empty_home / "data").mkdir(mode=0o700)
    shutil.copy(FIRST_WITH_REVIEWS, empty_home / "data" / "outlay.sqlite")
    saved = app_for(empty_home, moment(MONDAY)).review(date(2026, 9, 9)).newest
    assert (saved.words.mattered, saved.method) == ("Carts are counted", "1")
    assert (saved.review.total_micros, saved.review.shipped) == (12_675, None)


def test_a_correction_is_told_in_the_weeks_it_is_of_and_not_before_it_was_found(used):
    app_for(used, moment(MONDAY)).save_review(WEEK, WordsWish("The basket"))
    later = app_for(used, moment(LATER))
    later.sync()
    later.set_price(DEARER)
    page = app_for(used, moment(LATER)).review(WEEK)
    assert [one.day for one in page.since.corrections] == [date(2026, 11, 18)]
    assert app_for(used, moment("2026-11-29T09:00:00Z")).review(WEEK).since.corrections == ()
