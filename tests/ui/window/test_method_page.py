"""The Method page: a How? brings its rule into sight, and the contents lead to every section."""

import pytest

from outlay.domain.agent_actions import AgentActions
from outlay.ui.window.pages.method import MethodPage
from outlay.ui.window.shell import Window
from outlay.ui.window.sidebar import Entry
from ui.window.test_shell import WindowApp


class ActionsApp(WindowApp):
    def agent_actions(self, period):
        return AgentActions(3, 40, 5, 6, 1)


@pytest.fixture
def page(look, tmp_path, qtbot):
    made = MethodPage(look)
    window = Window(ActionsApp(tmp_path), look, (made,), (Entry("method", "Method"),))
    qtbot.addWidget(window)
    window.show()
    window.begin("method")
    qtbot.waitUntil(lambda: bool(made.sections))
    yield made
    window.end()


def top_of(page, anchor):
    area = page._area()
    return page.sections[anchor].mapTo(area.viewport(), page.sections[anchor].rect().topLeft()).y()


def test_a_named_rule_comes_into_sight(page, qtbot):
    assert top_of(page, "tiers") > page.window().height()
    page.open_subject("tiers")
    qtbot.waitUntil(lambda: abs(top_of(page, "tiers")) < 4)


def test_a_link_of_the_contents_leads_to_its_section(page, qtbot):
    link = next(link for link in page.links if link.text() == "Not linked")
    link.click()
    qtbot.waitUntil(lambda: abs(top_of(page, "not-linked")) < 4)


def test_in_a_narrow_window_the_contents_are_a_paragraph_above_the_rules(page, qtbot):
    page.window().resize(900, 700)
    qtbot.waitUntil(page.flow.isVisible)
    assert not any(link.isVisible() for link in page.links)
    page.flow.link_wanted.emit("turns")
    qtbot.waitUntil(lambda: abs(top_of(page, "turns")) < 4)


def test_counts_follow_the_period(page):
    rows = page.sections["agent-actions"].table.table.rows
    assert [row.cells[1].text for row in rows] == ["3", "40", "5", "6", "1"]
