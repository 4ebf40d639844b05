"""The foot of the window's sidebar: until when figures are known, how far a reading is, and what does not answer."""

from typing import NamedTuple

from outlay.domain.answers import STORE, Glance, PlaceState, Trouble
from outlay.domain.moments import day_of
from outlay.domain.pictures import Mark
from outlay.presenters.activity import Activity, troubles_of
from outlay.presenters.advice import on_screen
from outlay.presenters.days import moment_text
from outlay.presenters.foot import progress_text
from outlay.presenters.paths import with_short_paths
from outlay.presenters.tongue import tr
from outlay.presenters.tray import as_of_line
from outlay.presenters.words import clipped

_MOST = 120
_SHOWN = 3
_MARKS = {PlaceState.FAILING: Mark.FAILING, PlaceState.STALE: Mark.STALE}


class FootLine(NamedTuple):
    """One line, with the mark of a source that does not answer."""

    text: str
    mark: Mark = Mark.NONE


def foot_lines(glance: Glance, activity: Activity) -> tuple[FootLine, ...]:
    """The lines in order; more than three troubles are counted."""
    lines = [FootLine(as_of_line(glance, activity))]
    if activity.paused:
        lines.append(FootLine(tr("Paused, nothing is read until you resume")))
    elif activity.progress:
        lines.append(FootLine(progress_text(activity.progress)))
    troubles = troubles_of(glance, activity)
    lines += [_line(trouble, glance) for trouble in troubles[:_SHOWN]]
    if len(troubles) > _SHOWN:
        lines.append(FootLine(tr("{number} more in Sources", number=len(troubles) - _SHOWN)))
    return tuple(lines)


def _line(trouble: Trouble, glance: Glance) -> FootLine:
    """A file that was mended is told in full on Sources alone."""
    text = on_screen(trouble.title)
    if trouble.since is not None:
        when = moment_text(trouble.since, glance.zone, day_of(glance.as_of, glance.zone))
        if trouble.source == STORE:
            text = tr("Database mended: {when}, more in Sources", when=when)
        else:
            text = tr("{trouble}, last answer {when}", trouble=text.removesuffix("."), when=when)
    return FootLine(clipped(with_short_paths(text, glance.home), _MOST), _MARKS.get(trouble.state, Mark.NONE))
