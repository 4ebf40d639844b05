from dataclasses import replace

from outlay.charts.strip import strip_chart
from outlay.domain.answers import ItemKind
from outlay.domain.pictures import Mark
from ui.glances import filled


def test_the_strip_tells_chosen_days_from_the_rest_and_marks_today():
    glance = filled()
    chart = strip_chart(glance, glance.week.period)
    assert [bar.chosen for bar in chart.bars] == [False] * 7 + [True] * 7
    assert [bar.today for bar in chart.bars] == [False] * 13 + [True]
    assert "".join(bar.letter for bar in chart.bars) == "SSMTWTFSSMTWTF"


def test_the_largest_day_gives_the_scale():
    glance = filled()
    chart = strip_chart(glance, glance.week.period)
    assert chart.largest_micros == 29_100_000
    assert chart.bars[12].marks == (Mark.PULL_REQUEST, Mark.TICKET)


def test_an_unused_day_has_no_bar_and_says_so():
    glance = filled()
    bar = strip_chart(glance, glance.week.period).bars[0]
    assert bar.micros is None
    assert bar.spoken == "Saturday 7, no use, 0 shipped"
    assert bar.readout == "Sat 7 Nov: no use"


def test_a_day_is_read_out_with_spend_and_what_shipped():
    glance = filled()
    bar = strip_chart(glance, glance.week.period).bars[12]
    assert bar.readout == "Thu 19 Nov: $29.10, 2 shipped: 1 pull request, 1 ticket"
    assert bar.spoken == "Thursday 19, 29 dollars 10 list value, 2 shipped: 1 pull request, 1 ticket"


def test_use_without_a_price_is_marked_and_makes_the_day_a_lower_bound():
    glance = filled()
    some = replace(glance.strip[12], unpriced_requests=3)
    only = replace(glance.strip[0], unpriced_requests=1, shipped=(ItemKind.COMMIT,))
    chart = strip_chart(replace(glance, strip=(only, some)), glance.week.period)
    assert [bar.unpriced for bar in chart.bars] == [True, True]
    assert chart.bars[0].readout == "Sat 7 Nov: price unknown, 1 commit shipped"
    assert chart.bars[0].spoken == "Saturday 7, 1 request without a price, 1 commit shipped"
    assert chart.bars[1].spoken.startswith("Thursday 19, At least 29 dollars 10")


def test_an_empty_strip_has_no_scale():
    glance = replace(filled(), strip=())
    assert strip_chart(glance, glance.week.period).largest_micros == 0
