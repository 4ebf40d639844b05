"""An export out of a real home: one revision, private files, a log that knows each of them, and nothing that was not ticked."""

import json
import os
import stat
from contextlib import closing
from datetime import date
from time import perf_counter

import pytest

from apps import NOON, app_for
from basket_world import BASKET, EMAIL, MATE, ONE, World, at
from outlay.domain.moments import Period
from outlay.domain.review import WordsWish
from outlay.domain.sharing import AmountsShown, FileFormat, OwnTopic, Reveal, Section, Ticks
from outlay.errors import OutlayError, WrongCallError
from outlay.rules.periods import last_days
from outlay.rules.redaction import redacted
from outlay.store.store import Store
from outlay.use_cases import summarise_for_sharing
from outlay.use_cases.spend import spend
from outlay.wiring import sample_app
from pdf_text import everything_in, text_of

EVERYTHING = Ticks(frozenset(Section), frozenset(Reveal), AmountsShown.MONEY)
CODE = [f"canary_code_line = compute_the_canary({n})" for n in range(8)]


@pytest.fixture(scope="module")
def sample():
    with sample_app(NOON, "Europe/Berlin") as app:
        yield app


def four_weeks(app):
    return last_days(app.now, app.zone, 28)


def exported(app, ticks=EVERYTHING, wanted=FileFormat.MARKDOWN):
    return app.shared_file(app.shared_summary(four_weeks(app), ticks), wanted)


def test_figures_are_those_of_the_list_of_items(sample):
    period = four_weeks(sample)
    made, work = sample.shared_summary(period, EVERYTHING), sample.items(period)
    assert made.spend.total.micros == work.total_micros
    assert len(made.shipped) == sample.week(period).shipped
    assert made.notes.method == work.method


def test_the_usual_period_is_four_whole_weeks_that_are_over(sample):
    period = sample.shared_period()
    assert (period.start, period.end) == (date(2026, 10, 19), date(2026, 11, 16))


def test_asking_the_same_again_gives_the_same_file_and_other_ticks_other_letters(sample):
    assert exported(sample, Ticks()).made == exported(sample, Ticks()).made
    seen = set()
    for at_once in range(1, 8):
        made = sample.shared_summary(last_days(sample.now, sample.zone, 20 + at_once), Ticks())
        real = sample.shared_summary(last_days(sample.now, sample.zone, 20 + at_once), EVERYTHING)
        pairs = {
            (one.repository.letter, other.repository.real)
            for one, other in zip(made.shipped, real.shipped, strict=True)
            if one.repository
        }
        seen.add(frozenset(pairs))
    assert len(seen) > 1


def test_a_file_is_the_owners_alone_and_never_written_over(sample, tmp_path):
    path = tmp_path / "one.md"
    shared = exported(sample)
    done = sample.share(shared, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_bytes() == shared.made
    assert done.size == len(shared.made)
    with pytest.raises(WrongCallError):
        sample.share(shared, path)
    sample.share(shared, path, replace=True)
    assert [one.name for one in tmp_path.iterdir()] == ["one.md"]


def test_a_link_to_another_file_is_not_followed(sample, tmp_path):
    (tmp_path / "precious").write_text("mine")
    (tmp_path / "one.md").symlink_to(tmp_path / "precious")
    with pytest.raises(WrongCallError):
        sample.share(exported(sample), tmp_path / "one.md", replace=True)
    assert (tmp_path / "precious").read_text() == "mine"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_said_and_not_logged(sample, tmp_path):
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    before = sample.share_log()
    with pytest.raises(OutlayError):
        sample.share(exported(sample), folder / "one.md")
    assert sample.share_log() == before


def test_a_folder_that_is_not_there_is_said_and_not_logged(sample, tmp_path):
    before = sample.share_log()
    with pytest.raises(OutlayError, match="cannot be written"):
        sample.share(exported(sample), tmp_path / "nowhere" / "one.md")
    assert sample.share_log() == before


def test_the_log_keeps_time_sections_ticks_path_and_fingerprint(sample, tmp_path):
    ticks = Ticks(frozenset({Section.SHIPPED}), frozenset({Reveal.TITLES}), AmountsShown.SHARE)
    done = sample.share(exported(sample, ticks), tmp_path / "kept.md")
    newest = sample.share_log()[0]
    assert newest == done
    assert (newest.moment, newest.format, newest.path) == (NOON, "markdown", str(tmp_path / "kept.md"))
    assert (newest.sections, newest.reveal) == (("shipped",), ("titles", "amounts=share"))


def test_a_file_is_known_wherever_it_is_and_a_changed_one_is_not(sample, tmp_path):
    path = tmp_path / "checked.md"
    sample.share(exported(sample), path)
    assert sample.check_shared(path).exact
    moved = path.rename(tmp_path / "elsewhere.md")
    assert sample.check_shared(moved).exact
    path.write_bytes(moved.read_bytes() + b" ")
    changed = sample.check_shared(path)
    assert (changed.exact, bool(changed.at_path)) == ((), True)
    (tmp_path / "other.md").write_text("x")
    other = sample.check_shared(tmp_path / "other.md")
    assert (other.exact, other.at_path) == ((), ())
    with pytest.raises(OutlayError):
        sample.check_shared(tmp_path / "missing.md")


def test_the_log_survives_a_rebuild_and_is_in_what_is_exported_whole(sample, tmp_path):
    sample.share(exported(sample), tmp_path / "a.md")
    before = sample.share_log()
    sample.rebuild()
    assert sample.share_log() == before
    told = sample.export_all(tmp_path / "all.zip")
    assert told.rows["own_shares"] == len(before)


def test_own_words_are_those_of_saved_reviews_and_what_comes_next_of_the_last(sample):
    for day, words in ((date(2026, 11, 4), "first"), (date(2026, 11, 11), "second")):
        sample.save_review(day, WordsWish(f"mattered {words}", f"hard {words}", f"next {words}"))
    made = dict(sample.shared_summary(four_weeks(sample), Ticks()).words)
    assert made == {
        OwnTopic.MATTERED: "mattered first\n\nmattered second",
        OwnTopic.HARD: "hard first\n\nhard second",
        OwnTopic.NEXT: "next second",
    }
    given = sample.shared_summary(four_weeks(sample), Ticks(), {OwnTopic.NEXT: "mine"})
    assert dict(given.words)[OwnTopic.NEXT] == "mine"


def test_a_sync_in_the_middle_of_an_export_changes_nothing_in_it(empty_home, monkeypatch):
    """Between the two questions an export asks, another hand drops everything derived and raises the revision."""
    world = landed(empty_home)
    app = world.app()
    period = Period(date(2026, 11, 1), date(2026, 11, 21), app.zone)
    whole = app.shared_summary(period, EVERYTHING)

    def meddle_and_answer(*asked):
        with closing(Store(empty_home / "data" / "outlay.sqlite", "here")) as store, store.writing(act=True):
            names = store._connection.execute(
                "select name from sqlite_schema where name like 'derived@_%' escape '@' and type = 'table'"
            )
            for (name,) in names.fetchall():
                store._connection.execute(f"delete from {name}")
        return spend(*asked)

    monkeypatch.setattr(summarise_for_sharing, "spend", meddle_and_answer)
    assert app.shared_summary(period, EVERYTHING) == whole
    monkeypatch.undo()
    assert app.shared_summary(period, EVERYTHING) != whole


def landed(home):
    """Code with canaries in it, written by an agent and landed; a colleague's commit beside it."""
    world = World(home)
    world.turn(ONE, at(9), ("canary_path.py", CODE), branch="main")
    world.commit("canary_path.py", CODE, "Sort the zebrafinch", at(9, 30))
    world.commit("mates.py", BASKET, "canary_of_a_mate", at(10), MATE)
    world.fetched()
    world.sync()
    return world


@pytest.mark.parametrize("wanted", FileFormat)
def test_with_everything_ticked_no_prompt_code_path_session_or_colleague_leaves(qapp, empty_home, wanted):
    world = landed(empty_home)
    app = world.app()
    period = Period(date(2026, 11, 1), date(2026, 11, 21), app.zone)
    made = app.shared_file(app.shared_summary(period, EVERYTHING), wanted).made
    told = (
        (everything_in(made).decode("latin-1") + text_of(made)) if wanted is FileFormat.PDF else made.decode()
    )
    assert "zebrafinch" in told
    for word in ("canary", "go on", MATE, EMAIL, ONE, str(empty_home), "09:30"):
        assert word not in told, word


def test_nothing_of_the_file_is_in_the_log_of_shares(sample, tmp_path):
    sample.share(exported(sample), tmp_path / "b.md")
    (newest, *_) = sample.share_log()
    assert "Idempotent webhook retries" not in json.dumps([str(one) for one in newest])


def test_twelve_weeks_are_a_pdf_in_a_second_and_a_half_and_markdown_in_a_fifth(qapp, sample):
    """The least of three: another program on the machine makes one of them slow, never one fast."""
    period = last_days(sample.now, sample.zone, 84)

    def seconds(wanted):
        started = perf_counter()
        sample.shared_file(sample.shared_summary(period, EVERYTHING), wanted)
        return perf_counter() - started

    assert min(seconds(FileFormat.PDF) for _ in range(3)) < 1.5
    assert min(seconds(FileFormat.MARKDOWN) for _ in range(3)) < 0.2


def test_an_empty_home_says_that_nothing_was_read_yet(empty_home):
    app = app_for(empty_home)
    with pytest.raises(OutlayError, match="Nothing has been read"):
        app.shared_summary(app.shared_period(), Ticks())
    assert app.share_log() == ()


def test_whatever_else_is_asked_for_the_letters_are_others(sample, monkeypatch):
    keys = []

    def noted(answer, ticks, key):
        keys.append(key)
        return redacted(answer, ticks, key)

    monkeypatch.setattr(summarise_for_sharing, "redacted", noted)
    period = four_weeks(sample)
    for ticks in (
        Ticks(),
        Ticks(sections=frozenset({Section.SHIPPED})),
        Ticks(reveal=frozenset({Reveal.TITLES})),
        Ticks(amounts=AmountsShown.SHARE),
    ):
        sample.shared_summary(period, ticks)
    sample.shared_summary(last_days(sample.now, sample.zone, 27), Ticks())
    sample.save_review(date(2026, 11, 4), WordsWish("An act raises the revision"))
    sample.shared_summary(period, Ticks())
    assert len(set(keys)) == len(keys) == 6


def test_a_file_too_large_to_be_an_export_is_not_read(sample, tmp_path):
    with (tmp_path / "large.md").open("wb") as file:
        file.truncate(100_000_001)
    with pytest.raises(WrongCallError, match="too large"):
        sample.check_shared(tmp_path / "large.md")
