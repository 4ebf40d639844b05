"""An event loop with nothing to do but a timer of 5 ms; tells its gaps as JSON once its input is closed."""

import json
import sys
import time
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QSocketNotifier, Qt, QTimer

_TICK_MS = 5


def main() -> None:
    """Tick until nobody listens."""
    loop = QCoreApplication(sys.argv[:1])
    moments: list[float] = []
    clock = QTimer(loop, interval=_TICK_MS, timerType=Qt.TimerType.PreciseTimer)
    clock.timeout.connect(lambda: moments.append(time.monotonic()))
    end = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, loop)
    end.activated.connect(loop.quit)
    clock.start()
    loop.exec()
    print(json.dumps([(after - before) * 1000 for before, after in pairwise(moments)]))


if __name__ == "__main__":
    main()
