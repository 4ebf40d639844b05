"""What the app is doing besides knowing figures, and how sure the face looks because of it."""

from dataclasses import dataclass

from outlay.domain.answers import Glance, PlaceState, Progress, Trouble
from outlay.domain.pictures import FaceState


@dataclass(frozen=True, slots=True)
class Activity:
    """A reading under way, a worker that failed, a pause the owner chose."""

    progress: Progress | None = None
    worker_trouble: Trouble | None = None
    paused: bool = False


def troubles_of(glance: Glance, activity: Activity) -> tuple[Trouble, ...]:
    """Everything that does not answer, failing before stale."""
    own = (activity.worker_trouble,) if activity.worker_trouble else ()
    return tuple(sorted(own + glance.troubles, key=lambda t: t.state != PlaceState.FAILING))


def face_state(glance: Glance, activity: Activity) -> FaceState:
    """The state the icon and the foot show."""
    if activity.paused:
        return FaceState.PAUSED
    states = {trouble.state for trouble in troubles_of(glance, activity)}
    if PlaceState.FAILING in states:
        return FaceState.FAILING
    return FaceState.STALE if PlaceState.STALE in states else FaceState.FRESH
