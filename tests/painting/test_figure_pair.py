"""The pair of a pane: side by side where both find room, else one below the other; figures are never cut."""

from outlay.domain.figure_pairs import FigurePair, PairHalf
from outlay.domain.pictures import Figure
from outlay.painting.figure_pair import figure_pair_height
from outlay.painting.look import Look
from outlay.painting.tokens import load_tokens
from outlay.painting.type import load_inter
from outlay.system.resources import resource_path

DAYS = PairHalf(Figure("", "6.3"), "days", "first prompt to merge")


def pair(text="$27", beside="+ 3.0 context"):
    return FigurePair(PairHalf(Figure("", text), beside, "list value, direct"), DAYS, "")


def look(scale=1.0):
    return Look(load_tokens(resource_path("look/tokens.json"), "light"), load_inter(resource_path), scale)


def test_two_figures_stand_side_by_side_over_their_captions(qapp):
    at_once = look()
    assert figure_pair_height(pair(), 340, at_once) == at_once.line("figure_l") + 2 + at_once.line("small")


def test_a_caption_breaks_before_the_figures_go_below_each_other(qapp):
    at_once = look()
    assert figure_pair_height(pair(), 300, at_once) > figure_pair_height(pair(), 340, at_once)


def test_long_figures_stand_one_below_the_other(qapp):
    large = look(2.0)
    side_by_side = figure_pair_height(pair("$27", ""), 600, large)
    assert figure_pair_height(pair("$123,456.78"), 400, large) > 2 * side_by_side
