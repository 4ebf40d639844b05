"""The window with a stopwatch, on no screen: tells what it measured as JSON. Its argument is when it was started."""

import json
import sys
import time
from datetime import timedelta
from pathlib import Path

_BEGUN = float(sys.argv[1])

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer  # noqa: E402  the stopwatch runs while Qt is loaded
from PySide6.QtWidgets import QApplication, QTreeView, QWidget  # noqa: E402

from outlay.app.early import import_answers  # noqa: E402
from outlay.domain.moments import Period, UtcMillis  # noqa: E402
from outlay.rules.spans import Span, Unit, span_around  # noqa: E402
from outlay.ui.gallery_window import look_of  # noqa: E402
from outlay.ui.window.entries import entries, page_names, pages  # noqa: E402
from outlay.ui.window.shell import Window  # noqa: E402
from outlay.wiring import build_app  # noqa: E402

_PATIENCE_S = 300.0
_ROUNDS = 5
_SPANS = 8
_STEPS = 300
_YEARS = 730
_PULSE_MS = 1


class Paints(QObject):
    """Counts paints of anything that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = 0

    def eventFilter(self, target: QObject, event: QEvent) -> bool:  # noqa: N802  a name Qt prescribes
        self.seen += event.type() is QEvent.Type.Paint and isinstance(target, QWidget)
        return False


def main() -> None:
    """Open, switch, step, scroll."""
    import_answers()
    qt = QApplication(["window", "-style", "Fusion"])
    paints = Paints()
    qt.installEventFilter(paints)
    look = look_of("light")
    window = Window(build_app(as_of=UtcMillis(int(sys.argv[2]))), look, pages(look), entries())
    window.resize(1180, 780)
    window.begin("week")
    window.show()
    _until(lambda: paints.seen)
    told: dict[str, object] = {"first_paint": [(time.time() - _BEGUN) * 1000]}
    _until(lambda: not window.busy)
    told["first_answer"] = [(time.time() - _BEGUN) * 1000]
    shown = [name for name in page_names() if name != "first_run"]
    told["first_visits"] = {name: _timed(lambda name=name: window.show_page(name), window) for name in shown}
    told["switches"] = [
        _painted(lambda name=name: window.show_page(name), paints) for _ in range(_ROUNDS) for name in shown
    ]
    told["rss_mb"] = [_rss_mb()]
    window.show_page("week")
    today = window.today()
    weeks = [
        span_around(Unit.WEEK, today - timedelta(weeks=back), window.app.zone) for back in range(1, _SPANS)
    ]
    told["period_week"] = [_timed(lambda span=span: window.choose_span(span), window) for span in weeks]
    window.show_page("spend")
    _until(lambda: not window.busy)
    told["period_spend"] = [
        _timed(lambda span=span: window.choose_span(span), window) for span in weeks[-2::-1]
    ]
    told |= _scrolled(window)
    told["rss_items_mb"] = [_rss_mb()]
    print(json.dumps(told), flush=True)
    window.close()


def _scrolled(window: Window) -> dict[str, object]:
    """Milliseconds a frame takes while all items of the years go by."""
    today = window.today()
    whole = Period(today - timedelta(days=_YEARS), today + timedelta(days=1), window.app.zone)
    window.show_page("shipped")
    asked = _timed(lambda: window.choose_span(Span(Unit.OWN, whole)), window)
    views = [view for view in window.page.findChildren(QTreeView) if view.isVisible()]
    view = max(views, key=lambda one: one.model().rowCount())
    bar = view.verticalScrollBar()
    frames = []
    for step in range(_STEPS):
        started = time.perf_counter()
        bar.setValue(bar.maximum() * step // _STEPS)
        view.viewport().repaint()
        frames.append((time.perf_counter() - started) * 1000)
    return {"frames": frames, "items": _rows(view), "scrolls": bar.maximum() > 0, "items_asked": [asked]}


def _rows(view: QTreeView) -> int:
    model = view.model()
    tops = range(model.rowCount())
    return model.rowCount() + sum(model.rowCount(model.index(row, 0)) for row in tops)


def _timed(act, window: Window) -> float:
    """Milliseconds until the answer is there and painted."""
    started = time.perf_counter()
    act()
    _until(lambda: not window.busy)
    QApplication.processEvents()
    return (time.perf_counter() - started) * 1000


def _painted(act, paints: Paints) -> float:
    """Milliseconds until what is kept is painted."""
    before, started = paints.seen, time.perf_counter()
    act()
    _until(lambda: paints.seen > before)
    taken = (time.perf_counter() - started) * 1000
    for _ in range(20):
        QApplication.processEvents()
    return taken


def _until(true) -> None:
    """Let the event loop rest between events, as the program's own does: a loop that spins keeps readings waiting."""
    deadline = time.monotonic() + _PATIENCE_S
    pulse = QTimer(interval=_PULSE_MS, timerType=Qt.TimerType.PreciseTimer)
    pulse.start()
    while not true():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.monotonic() > deadline:
            raise RuntimeError("it took too long")
    pulse.stop()


def _rss_mb() -> float:
    text = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) for line in text.splitlines() if line.startswith("VmRSS")) / 1024


if __name__ == "__main__":
    main()
