"""Has GitHub grant a token for a code, while the dialog for an account is open."""

from dataclasses import dataclass, field
from threading import Event

from PySide6.QtCore import QObject, Signal

from outlay.app import App
from outlay.domain.accounts import RemoteError
from outlay.ui.window.asking import Asker

ENDS_BY_ITSELF = "ends_by_itself"
"""The login that was granted would have to be renewed."""


@dataclass(frozen=True, slots=True)
class Token:
    """What was granted."""

    token: str = field(repr=False)


class SigningIn(QObject):
    """One at a time, beside the event loop. It ends by itself soon after its dialog closed.

    Signals:
        code_came: a code, and the page at which the owner is to enter it.
        ended: a Token, or what stood in the way: a word of FlowEnd's or ENDS_BY_ITSELF, an AccountTrouble, a Failure.
    """

    code_came = Signal(str, str)
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.asker = Asker(self)
        self.asker.came.connect(self._came)
        self._left = Event()
        self._number = 0

    def begin(self, app: App, address: str) -> None:
        """Ask for a code; one that waits is given up."""
        self.leave()
        left = self._left = Event()
        self._number = self.asker.ask(lambda: _granted(app, address, self, left))

    def leave(self) -> None:
        """Nobody waits for it any more."""
        self._left.set()
        self._number = 0

    def end(self) -> None:
        """The window closes."""
        self.leave()
        self.asker.end(0)

    def _came(self, number: int, found: object) -> None:
        if number == self._number:
            self.ended.emit(found)


def _granted(app: App, address: str, told: SigningIn, left: Event) -> object:
    """In a thread."""
    from outlay.system.device_flow import DeviceCode, DeviceFlowError  # noqa: PLC0415  few sign in this way

    def show(code: DeviceCode) -> None:
        if not left.is_set():
            told.code_came.emit(code.user_code, code.page)

    try:
        granted = app.sign_in(address, show, left.is_set)
    except DeviceFlowError as error:
        return error.end.value
    except RemoteError as error:
        return error.told
    return ENDS_BY_ITSELF if granted.expires is not None else Token(granted.token)
