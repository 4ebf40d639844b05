"""Pages without a store behind them, to see what the window itself does."""

from outlay.errors import NothingYetError, OutlayError
from outlay.ui.window.page import Page


class ToldPage(Page):
    """Says what it was asked and shows what it is told; `trouble` makes its reading fail."""

    def __init__(self, look, name):
        super().__init__(look)
        self.name = name
        self.asked, self.shown, self.opened = [], [], []
        self.trouble = ""
        self.too_early = False
        self.held_pane = None

    def title(self):
        return self.name.capitalize()

    def pane(self):
        return self.held_pane

    def close_pane(self):
        open_before, self.held_pane = self.held_pane, None
        return open_before is not None

    def ask(self, app, period):
        self.asked.append(period)
        if self.too_early:
            raise NothingYetError("Nothing has been read yet.", "Run outlay sync.")
        if self.trouble:
            raise OutlayError(self.trouble, "Look at it again later.")
        return f"{self.name} of {period.start}"

    def show_answer(self, answer, app):
        self.shown.append(answer)

    def open_subject(self, subject):
        self.opened.append(subject)
