"""The foot's sentence: until when the figures are known, and what does not answer."""

from dataclasses import dataclass

from outlay.domain.answers import Glance, Progress, Trouble
from outlay.domain.moments import UtcMillis, day_of
from outlay.domain.pictures import FaceState
from outlay.presenters.activity import Activity, face_state, troubles_of
from outlay.presenters.advice import on_screen
from outlay.presenters.days import moment_text
from outlay.presenters.paths import with_short_paths
from outlay.presenters.tongue import number, plural, tr
from outlay.presenters.tray import as_of_line
from outlay.presenters.unfinished import whole_text
from outlay.presenters.words import sentences

_SECONDS_PER_MINUTE = 60
_LINES_AT_FIRST = 2
_SAME_TIME_MS = 15 * 60 * 1000


@dataclass(frozen=True, slots=True)
class Foot:
    """A state that is drawn as ring or triangle, and the words beside it."""

    state: FaceState
    text: str
    lines: int = 1
    """Lines to keep free for it: what comes next may be longer, and nothing should move then."""


def foot(glance: Glance, activity: Activity) -> Foot:
    """The foot of a glance while `activity` goes on."""
    text = sentences(_as_of(glance, activity), *_more(glance, activity))
    lines = _LINES_AT_FIRST if glance.last_sync is None and activity.progress else 1
    return Foot(face_state(glance, activity), with_short_paths(text, glance.home), lines)


def progress_text(progress: Progress, *, older: bool = False) -> str:
    """`Reading logs, 201 of 311 files, about 20 s left`; what is `older` when the newer is complete."""
    if progress.account is not None:
        return account_progress_text(progress)
    done, total = number(progress.files_done), number(progress.files_total)
    if older:
        files = tr("Reading older logs, {done} of {total} files", done=done, total=total)
    else:
        files = tr("Reading logs, {done} of {total} files", done=done, total=total)
    left = progress.seconds_left
    return files if left is None else tr("{files}, about {time} left", files=files, time=duration_text(left))


def account_progress_text(progress: Progress) -> str:
    """`Reading work: 350 of 2,000`, or how many so far where the system does not say how many there are."""
    name, done = progress.account or "", number(progress.account_done)
    if progress.account_total is None:
        return tr("Reading {name}: {done} so far", name=name, done=done)
    return tr("Reading {name}: {done} of {total}", name=name, done=done, total=number(progress.account_total))


def _as_of(glance: Glance, activity: Activity) -> str:
    if glance.last_sync is None and activity.progress and not troubles_of(glance, activity):
        return ""
    if not glance.empty or glance.last_sync is None:
        return as_of_line(glance, activity)
    return tr("Looked at {when}", when=_when(glance.last_sync, glance))


def _more(glance: Glance, activity: Activity) -> tuple[str, ...]:
    troubles = troubles_of(glance, activity)
    if activity.paused:
        return (tr("Paused, nothing is read until you resume"),)
    if troubles:
        return (*_trouble(troubles[0], glance), _others(len(troubles) - 1))
    if activity.progress:
        whole = whole_text(glance, activity) if glance.last_sync is None and not glance.empty else ""
        return whole, progress_text(activity.progress, older=bool(whole))
    return (tr("Next look when a folder changes"),) if glance.empty and glance.last_sync is not None else ()


def _trouble(trouble: Trouble, glance: Glance) -> tuple[str, ...]:
    return on_screen(trouble.title), _since(trouble, glance), on_screen(trouble.advice)


def _since(trouble: Trouble, glance: Glance) -> str:
    """When it last answered; nothing where that is as good as the time the sentence begins with."""
    if trouble.since is None or trouble.since > (glance.last_sync or 0) - _SAME_TIME_MS:
        return ""
    return tr("Last answer {when}", when=_when(trouble.since, glance))


def _when(moment: UtcMillis, glance: Glance) -> str:
    return moment_text(moment, glance.zone, day_of(glance.as_of, glance.zone))


def _others(count: int) -> str:
    return plural(count, one="{n} more in Sources", many="{n} more in Sources") if count > 0 else ""


def duration_text(seconds: float) -> str:
    """`9 s`, `3 min`."""
    if seconds < _SECONDS_PER_MINUTE:
        return tr("{seconds} s", seconds=max(1, round(seconds)))
    return tr("{minutes} min", minutes=round(seconds / _SECONDS_PER_MINUTE))
