"""The pages of the window in order; adding one is one line here."""

from PySide6.QtCore import QCoreApplication

from outlay.painting.look import Look
from outlay.ui.window.page import Page
from outlay.ui.window.pages.first_run import FirstRunPage
from outlay.ui.window.pages.method import MethodPage
from outlay.ui.window.pages.settings import SettingsPage
from outlay.ui.window.pages.shipped import ShippedPage
from outlay.ui.window.pages.sources import SourcesPage
from outlay.ui.window.pages.spend import SpendPage
from outlay.ui.window.pages.week import WeekPage
from outlay.ui.window.sidebar import Entry

_PAGES: tuple[type[Page], ...] = (
    WeekPage,
    ShippedPage,
    SpendPage,
    SourcesPage,
    MethodPage,
    SettingsPage,
    FirstRunPage,
)


def pages(look: Look) -> tuple[Page, ...]:
    """Every page, made anew."""
    return tuple(page(look) for page in _PAGES)


def page_names() -> tuple[str, ...]:
    """What every page is called in `open_wanted` and on the command line."""
    return tuple(page.name for page in _PAGES)


def entries() -> tuple[Entry, ...]:
    """The rows of the sidebar."""
    told = QCoreApplication.translate
    return (
        Entry("week", told("Window", "Week"), "1"),
        Entry("shipped", told("Window", "Shipped"), "2"),
        Entry("spend", told("Window", "Spend"), "3"),
        Entry("sources", told("Window", "Sources"), "8", gap=True),
        Entry("method", told("Window", "Method"), gap=True),
        Entry("settings", told("Window", "Settings")),
    )
