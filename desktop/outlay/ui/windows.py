"""The popover with its chart and words, imported when it is first wanted: an icon nobody clicks stays small."""

from PySide6.QtWidgets import QApplication

from outlay.charts.strip import strip_chart
from outlay.domain.answers import Glance
from outlay.painting.look import Look
from outlay.presenters.activity import Activity
from outlay.presenters.periods import ChosenPeriod, period_of
from outlay.presenters.popover import popover_view
from outlay.system.compositor import has_compositor
from outlay.ui.popover import Popover


class GlancePopover(Popover):
    """The popover, fed with a glance."""

    def show_glance(self, glance: Glance, chosen: ChosenPeriod, activity: Activity) -> None:
        """Have a glance put into words and a chart, and show both."""
        views = {period: popover_view(glance, period, activity) for period in ChosenPeriod}
        strip = strip_chart(glance, period_of(glance, chosen).period)
        self.show_view(views[chosen], strip, tuple(views.values()))


def make_popover(look: Look) -> GlancePopover:
    """A popover for this desktop."""
    return GlancePopover(look, rounded=has_compositor(QApplication.platformName()))
