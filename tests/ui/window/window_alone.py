"""The window over sample data as a program of its own, on the page it is told, until it is ended."""

import signal
import sys

from PySide6.QtWidgets import QApplication

from outlay.cli.commands.gallery import SHOWN_MOMENT, SHOWN_ZONE
from outlay.ui.gallery_pages import state_of
from outlay.ui.gallery_window import look_of, shown_window
from outlay.ui.spoken_roles import speak_roles
from outlay.wiring import sample_app


def main():
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    application = QApplication(["window", "-style", "Fusion"])
    application.setApplicationName("Outlay")
    speak_roles()
    with sample_app(SHOWN_MOMENT, SHOWN_ZONE) as app:
        window = shown_window(app, state_of(app, sys.argv[1]), look_of("light"))
        print("shown", flush=True)
        application.exec()
        window.end()


if __name__ == "__main__":
    main()
