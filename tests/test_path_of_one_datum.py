"""Read this first: one log line on its way to the popover's text, every room it passes named."""

from apps import NOON, app_for
from claude_lines import response, write_log
from outlay.domain.money import Amount
from outlay.presenters.activity import Activity
from outlay.presenters.amounts import amount_text
from outlay.presenters.periods import ChosenPeriod
from outlay.presenters.popover import popover_view
from outlay.presenters.tray import tray_view
from outlay.readers.interface import Surroundings
from outlay.readers.logs import READERS
from outlay.readers.prices import look_up
from outlay.rules.price_book import book_of
from outlay.rules.pricing import cost_of, question_of
from outlay.system.line_hashes import line_packer

LINE = response(tokens=(1_000, 200_000, 40_000, 0, 10_000), at="2026-11-20T09:30:00.000Z")
"""claude-opus-4-6 on 20 November 2026, in dollars per million tokens: input 5, cache read 0.5, cache write 6.25,
output 25. 0.005 + 0.1 + 0.25 + 0.25 = 0.605 dollars."""


def test_a_log_line_becomes_an_event_a_cost_and_the_popovers_text(empty_home):
    write_log(empty_home, [LINE])

    reader = READERS[0]
    probe = reader.probe(Surroundings(empty_home, {}))
    (batch,) = reader.read(probe.files[0], None, line_packer(1), probe)
    (event,) = batch.events
    assert event.message_key == "claude:msg_1"
    assert event.tokens.input_uncached == 1_000
    assert event.tokens.cache_read == 200_000
    assert event.tokens.output == 10_000

    cost = cost_of(event, book_of(look_up(question_of(event)), ()))
    assert cost.micros == 605_000

    app = app_for(empty_home)
    report = app.sync()
    assert report.readers[0].facts_added >= 1

    answer = app.spend(("day", "tool"))
    assert answer.rows[0].keys == ("2026-11-20", "claude_code")
    assert answer.total.list_micros == 605_000

    glance = app.glance()
    assert glance.as_of == NOON
    assert glance.today.spend == Amount(605_000)

    assert amount_text(glance.today.spend) == "$0.61"
    view = popover_view(glance, ChosenPeriod.TODAY)
    assert view.pair.spend.text == "$0.61"
    assert "$0.61" in "\n".join(tray_view(glance, Activity()).lines)
