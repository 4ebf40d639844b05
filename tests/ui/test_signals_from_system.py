import os
import signal

import pytest

from outlay.ui.signals_from_system import SystemSignals


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_of_the_system_becomes_a_signal_of_qt(qtbot, number):
    signals = SystemSignals()
    with qtbot.waitSignal(signals.ended):
        os.kill(os.getpid(), number)
    signals.release()


def test_released_signals_belong_to_whom_they_belonged_before(qtbot):
    before = signal.getsignal(signal.SIGINT)
    SystemSignals().release()
    assert signal.getsignal(signal.SIGINT) is before
