import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.answers import OtherItems, Place, PlaceState, Progress, Trouble
from outlay.domain.attribution import Reason
from outlay.domain.money import Amount
from outlay.domain.pictures import FaceState, Mark
from outlay.domain.problems import Problem, ProblemKind
from outlay.domain.usage import QuotaWindow
from outlay.presenters.activity import Activity
from outlay.presenters.advice import on_screen
from outlay.presenters.first_look import first_look
from outlay.presenters.periods import ChosenPeriod
from outlay.presenters.popover import popover_view
from outlay.presenters.quotas import quota_bars, window_words
from outlay.presenters.sources import source_rows
from outlay.ui.gallery_states import gallery_states
from ui.glances import NOW, ZONE, at, filled

STATES = {state.name: state for state in gallery_states(filled())}


def view_of(name: str):
    state = STATES[name]
    return popover_view(state.glance, state.chosen, state.activity)


def test_spend_stands_beside_what_shipped():
    pair = view_of("filled").pair
    assert (pair.spend.text, pair.shipped) == ("$87.40", "7")
    assert (pair.spend_caption, pair.shipped_caption) == ("list value", "shipped, settling")
    kinds = "5 pull requests, 1 ticket, 1 commit"
    assert pair.spoken == f"87 dollars 40 list value, 7 items shipped, settling: {kinds}"
    assert pair.tip == kinds


def test_five_items_are_listed_then_the_others_in_one_row_then_what_is_not_linked():
    rows = view_of("filled").rows
    assert [row.title for row in rows[5:]] == ["4 more items", "Not linked"]
    assert [(row.mark, row.note) for row in rows[1:5]] == [
        (Mark.PULL_REQUEST, ""),
        (Mark.OPEN, "open"),
        (Mark.SET_ASIDE, "set aside"),
        (Mark.TICKET, ""),
    ]
    assert (rows[0].figure, rows[0].context) == (("", "$21"), "3.0")
    assert (rows[5].figure, rows[5].context) == (("", "$17.48"), "1.75")
    assert rows[6].figure == ("", "$8.64")


def test_a_row_opens_to_its_exact_amounts_and_how_it_stands():
    row = view_of("filled").rows[0]
    assert row.tip == ("$21.03 direct, $3.00 context, list value. Pull request, acme/payments, settling.")
    assert row.spoken == f"Idempotent webhook retries. {row.tip}"


def test_an_item_with_an_agent_whose_log_is_elsewhere_says_that_more_went_into_it():
    glance = filled()
    items = (glance.week.top_items[0]._replace(spend_unseen=True), *glance.week.top_items[1:])
    view = popover_view(replace(glance, week=replace(glance.week, top_items=items)), ChosenPeriod.WEEK)
    assert "log is not on this machine" in view.rows[0].spoken


def test_bars_have_one_scale_on_which_42_percent_of_the_sum_is_the_whole_width():
    rows = view_of("filled").rows
    full = 0.42 * 87.40
    assert [row.share and round(row.share, 3) for row in rows[:3]] == [
        round(part / full, 3) for part in (21.03, 12.0, 9.4)
    ]
    assert round(rows[0].context_share, 3) == round(3.0 / full, 3)
    assert view_of("nothing-linked").rows[-1].share == 1.0


def test_with_nothing_linked_the_whole_sum_is_not_linked_and_says_why():
    rows = view_of("nothing-linked").rows
    assert [row.title for row in rows] == ["Nothing is linked to an item", "Not linked"]
    assert rows[1].figure == ("", "$87.40")
    assert rows[1].context is None
    assert rows[1].tip == "$87.40 nothing was edited, list value."


def test_before_spend_and_work_were_looked_at_together_shipped_says_so():
    view = view_of("not-looked-at")
    assert (view.pair.shipped, view.pair.shipped_caption) == ("\u2013", "shipped, not looked at yet")
    assert view.next_step.sentence.endswith("The next refresh does it.")
    assert view.rows[-1].tip == "$87.40 not looked at yet, list value."


def test_a_period_with_shipped_work_and_no_use_lists_the_work():
    glance = filled()
    week = replace(glance.week, requests=0, spend=Amount(0), top_items=(), not_linked={})
    rows = popover_view(replace(glance, week=week), ChosenPeriod.WEEK).rows
    assert rows[0].second == "payments \u00b7 Fri 15:02"
    assert rows[-1].title == "2 more items"


money = st.integers(0, 10**10)


@given(st.lists(st.tuples(money, money), max_size=5), st.tuples(money, money), st.lists(money, max_size=4))
def test_what_rows_open_to_adds_up_to_the_shown_sum_to_the_cent(items, others, reasons):
    glance = filled()
    top = tuple(
        glance.week.top_items[at]._replace(direct=direct, context=context)
        for at, (direct, context) in enumerate(items)
    )
    not_linked = {why: micros for why, micros in zip(Reason, reasons, strict=False) if micros}
    whole = sum(map(sum, items)) + sum(others) + sum(not_linked.values())
    week = replace(
        glance.week,
        spend=Amount(whole),
        top_items=top,
        other_items=OtherItems(int(any(others)), *others),
        not_linked=not_linked,
    )
    view = popover_view(replace(glance, week=week), ChosenPeriod.WEEK)
    figures = [cents_in(row.tip) for row in view.rows]
    assert sum(map(sum, figures)) == cents_in(view.pair.spend.text)[0]
    assert all(0 <= (row.share or 0) <= 1 for row in view.rows)


def cents_in(text):
    return [int(found.replace(",", "").replace(".", "")) for found in re.findall(r"\$([\d,]+\.\d\d)", text)]


def test_unpriced_requests_are_counted_apart_and_the_sum_reads_at_least():
    view = view_of("unpriced")
    assert view.pair.spend.sign == "\u2265"
    assert view.rows[-1].mark is Mark.UNPRICED
    assert view.rows[-1].title == "14 requests, not in any sum"
    assert view.rows[-1].second == "price unknown"
    assert view.pair.spoken.startswith("At least 87 dollars 40")


def test_use_without_any_price_is_unknown_and_not_zero():
    glance = filled()
    week = replace(glance.week, spend=Amount(0, at_least=True), requests=4, unpriced_requests=4)
    view = popover_view(replace(glance, week=week), ChosenPeriod.WEEK)
    assert view.pair.spend == ("", "\u2013")
    assert view.pair.spend_caption == "list value, unknown"
    assert [row.mark for row in view.rows if row.mark is Mark.NOT_LINKED] == []


def test_an_unused_day_is_an_en_dash_beside_a_known_zero():
    view = view_of("unused-day")
    assert (view.pair.spend.text, view.pair.shipped) == ("\u2013", "0")
    assert view.pair.spend_caption == "list value, no use"
    assert [row.title for row in view.rows] == ["Nothing in this period"]
    assert view.pair.spoken == "No use, 0 items shipped"


def test_without_repositories_shipped_is_unknown_and_the_next_step_is_said():
    view = view_of("no-repositories")
    assert (view.pair.shipped, view.pair.shipped_caption) == ("\u2013", "shipped, unknown")
    assert view.next_step == ("No repository is added yet, so not all that shipped is known.", "repositories")
    assert view.heading == "Where it went"


def test_with_a_repository_nothing_asks_for_one():
    assert view_of("filled").next_step == ("", "")


def test_the_first_card_says_where_it_looked():
    first = view_of("empty").first
    assert first is not None
    assert first.heading == "No tool logs found yet"
    assert "4 places" in first.sentence
    assert [row.tool for row in first.places] == ["Claude Code", "Codex"]
    assert first.more == "2 more"
    assert view_of("empty").foot.text == "Looked at 17:26. Next look when a folder changes."


def test_the_first_reading_says_how_far_it_is():
    doing = Activity(Progress(201, 311, 0, 0, 20.4))
    first = popover_view(STATES["empty"].glance, ChosenPeriod.TODAY, doing).first
    assert first is not None
    assert first.sentence.startswith("Reading logs, 201 of 311 files, about 20 s left.")


def test_logs_that_cannot_be_read_are_marked_on_the_first_card():
    glance = STATES["empty"].glance
    failing = replace(glance.sources[0], places=(Place("~/.claude", PlaceState.FAILING, 0),))
    first = popover_view(replace(glance, sources=(failing,)), ChosenPeriod.TODAY).first
    assert first is not None
    assert first.places[0].mark is Mark.FAILING


def test_before_the_first_look_and_with_empty_logs_the_card_says_which():
    glance = STATES["empty"].glance
    before = popover_view(replace(glance, last_sync=None), ChosenPeriod.TODAY).first
    found = replace(glance.sources[0], files=3)
    without_use = popover_view(replace(glance, sources=(found,)), ChosenPeriod.TODAY).first
    assert before is not None
    assert without_use is not None
    assert (before.heading, without_use.heading) == ("Nothing read yet", "No use in the logs yet")


def test_a_failing_source_stands_before_a_stale_one_with_time_and_advice():
    foot = view_of("failing").foot
    assert foot.state is FaceState.FAILING
    assert foot.text == (
        "As of 17:26. Claude Code: ~/.claude/projects cannot be read (permission denied). "
        "Check who may read it. Last answer 09:26. 1 more in Sources."
    )
    assert view_of("stale").foot.state is FaceState.STALE


def test_a_worker_that_died_is_a_failing_state():
    trouble = Trouble("Outlay", PlaceState.FAILING, "The reading stopped before it was done.", "Later.")
    foot = popover_view(filled(), ChosenPeriod.WEEK, Activity(worker_trouble=trouble)).foot
    assert foot == (type(foot))(
        FaceState.FAILING, "As of 17:26. The reading stopped before it was done. Later."
    )


def test_a_pause_is_said():
    view = view_of("paused")
    assert view.paused
    assert view.foot.text == "As of 17:26. Paused, nothing is read until you resume."


def test_a_long_reading_is_said_in_minutes():
    foot = popover_view(filled(), ChosenPeriod.WEEK, Activity(Progress(1, 2, 0, 0, 130.0))).foot
    assert foot.text == "As of 17:26. Reading logs, 1 of 2 files, about 2 min left."


def test_a_running_session_shows_what_it_came_to_so_far():
    running = view_of("filled").running
    assert running is not None
    assert (running.title, running.figure) == ("Running: Codex in payments", ("", "$3.18"))
    assert running.spoken.endswith("so far")
    assert view_of("empty").running is None


def test_sample_data_is_marked():
    assert view_of("sample").sample
    assert not view_of("filled").sample


def test_a_ticket_counts_once_and_its_pull_requests_are_said_beside_it():
    glance = filled()
    items = tuple(replace(one, pulls=2) if one.item == "ticket:PAY-77" else one for one in glance.week.items)
    pair = popover_view(replace(glance, week=replace(glance.week, items=items)), ChosenPeriod.WEEK).pair
    assert pair.shipped == "7"
    assert pair.tip == "5 pull requests, 1 ticket, 1 commit; 2 more pull requests count with their tickets"
    assert pair.spoken.endswith(pair.tip)


def test_what_shipped_without_any_log_is_counted_with_the_sign_where_more_may_have():
    glance = filled()
    nothing_read = tuple(replace(one, last_event=None) for one in glance.sources)
    known = replace(glance, sources=nothing_read)
    assert popover_view(known, ChosenPeriod.WEEK).pair[2:4] == ("7", "shipped, settling")
    least = replace(known, week=replace(glance.week, shipped_at_least=True), shipped_unknown="no_email")
    view = popover_view(least, ChosenPeriod.WEEK)
    assert (view.pair.shipped_sign, view.pair.shipped) == ("\u2265", "7")
    assert "at least 7 items shipped" in view.pair.spoken


def test_held_items_are_not_called_settling():
    glance = filled()
    view = popover_view(replace(glance, week=replace(glance.week, settling=3)), ChosenPeriod.WEEK)
    assert view.pair.shipped_caption == "shipped, 3\u00a0settling"
    assert view.pair.spoken.startswith("87 dollars 40 list value, 7 items shipped, 3 settling: ")
    held = popover_view(replace(glance, week=replace(glance.week, settling=0)), ChosenPeriod.WEEK)
    assert held.pair.shipped_caption == "shipped"


def test_quota_windows_say_what_is_used_and_when_they_reset():
    bars = view_of("filled").quotas
    assert [(bar.name, bar.percent, bar.reset) for bar in bars] == [
        ("Codex, 5 h", "38%", "resets 19:10"),
        ("Codex, week", "61%", "resets Tue 24"),
    ]


def test_a_window_that_began_anew_has_no_known_share():
    (bar,) = quota_bars((QuotaWindow("codex", "primary", 300, 90.0, at(20, 12), at(20, 11)),), NOW, ZONE)
    assert (bar.share, bar.percent, bar.reset) == (None, "\u2013", "was reset 12:00")
    (unknown,) = quota_bars((QuotaWindow("codex", "opus", 90, 250.0, None, NOW),), NOW, ZONE)
    assert (unknown.name, unknown.share, unknown.reset) == ("Codex opus, 90 min", 1.0, "")


def test_windows_are_named_by_their_length():
    assert [window_words(m) for m in (1440, 43_200, 60)] == ["day", "30 days", "1 h"]


def test_sources_are_listed_with_places_retention_and_problems():
    source = replace(
        filled().sources[0],
        last_read=None,
        places=(Place("~/.claude", PlaceState.FAILING, 0, "not allowed"),),
        problems=(Problem("logs.claude_code", ProblemKind.NOT_JSON, 2, "a.jsonl:1"),),
    )
    (row,) = source_rows((source,), NOW, ZONE)
    assert (row.name, row.state, row.last_read) == ("Claude Code", "found", "\u2013")
    assert row.notes[0].startswith("Deletes logs")
    assert row.notes[1].startswith("2 lines could not be read")
    assert row.places[0].notes == ("Not allowed. Check who may read it.",)


def test_the_sample_data_is_offered_once_nothing_was_found_and_never_beside_itself():
    looked = replace(STATES["empty"].glance, last_sync=NOW, sample=False)
    assert first_look(looked, Activity()).offers_sample
    assert not first_look(replace(looked, sample=True), Activity()).offers_sample
    assert not first_look(replace(looked, last_sync=None), Activity()).offers_sample


def test_an_unknown_email_and_a_silent_git_are_said_with_the_way_on():
    step = view_of("no-email").next_step
    assert step == ("No commit e-mail is known, so your commits cannot be told apart.", "emails")
    waiting = popover_view(replace(filled(), shipped_unknown="not_read"), ChosenPeriod.WEEK).next_step
    assert waiting.sentence.startswith("Git has not answered yet")
    assert waiting.asks_for == ""


def test_the_foot_says_a_time_once():
    trouble = Trouble("Codex", PlaceState.FAILING, "Codex cannot be read", since=at(20, 17, 25))
    foot = popover_view(replace(filled(), troubles=(trouble,)), ChosenPeriod.WEEK).foot
    assert foot.text == "As of 17:26. Codex cannot be read."


def test_the_foot_of_a_first_reading_says_how_far_it_is_and_nothing_of_an_end():
    foot = view_of("reading").foot
    assert foot.text == "Reading logs, 201 of 311 files, about 20 s left."


def test_an_earlier_moment_that_was_asked_for_stands_in_the_foot():
    foot = popover_view(replace(filled(), as_of=at(18, 9, 30)), ChosenPeriod.WEEK).foot
    assert foot.text == "As of Wed 18 Nov, 09:30."


def test_the_folder_of_a_running_session_is_shown_short():
    glance = filled()
    running = replace(glance.running, project="/home/x/src/api")
    view = popover_view(replace(glance, running=running, home="/home/x"), ChosenPeriod.WEEK)
    assert view.running.title == "Running: Codex in ~/src/api"


def test_advice_names_the_buttons_of_the_screen():
    trouble = Trouble("git api", PlaceState.FAILING, "The repository api is gone.", "See outlay sources.")
    foot = popover_view(replace(filled(), troubles=(trouble,)), ChosenPeriod.WEEK).foot
    assert foot.text == "As of 17:26. The repository api is gone. See Sources."
    assert on_screen("It is tried again at the next sync.") == "It is tried again at the next refresh."


def test_what_the_amounts_are_is_said_where_an_amount_stands():
    (row,) = [row for row in view_of("filled").rows if row.mark is Mark.NOT_LINKED]
    assert row.tip == "$5.76 nothing was edited, $2.88 edits that are in no commit, list value."


def test_one_item_is_one():
    glance = filled()
    today = popover_view(glance, ChosenPeriod.TODAY).pair
    assert today.spoken == "15 dollars 20 list value, 1 item shipped, settling: 1 pull request"
    assert (today.shipped, today.shipped_caption) == ("1", "shipped, settling")
