"""A field for a time zone that offers what it finds while it is typed in."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from outlay.painting.look import Look
from outlay.ui.parts.fields import TextField

_WIDTH = 260
_SHOWN = 8


class ZoneField(QWidget):
    """`chosen` tells a zone by its name, or an empty text; what is no zone is refused with `refusal`."""

    chosen = Signal(str)

    def __init__(
        self, look: Look, name: str, refusal: str, zones: Iterable[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._refusal = refusal
        self._zones = {zone.casefold(): zone for zone in zones}
        self._kept = ""
        self.field = TextField(look, name, search=True)
        completer = QCompleter(sorted(self._zones.values()), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(_SHOWN)
        self.field.edit.setCompleter(completer)
        completer.activated.connect(self._picked)
        self.field.edit.editingFinished.connect(self._ended)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)
        self.take_look(look)

    def show_zone(self, zone: str, placeholder: str) -> None:
        """Show the zone that is kept; the placeholder says what stands for none."""
        self.field.edit.setPlaceholderText(placeholder)
        if zone != self._kept or not self.field.edit.hasFocus():
            self._kept = zone
            self.field.show_text(zone)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self.field.take_look(look)
        self.setFixedWidth(round(_WIDTH * look.text_scale))

    def _picked(self, zone: str) -> None:
        self.field.show_text(zone)
        self._ended()

    def _ended(self) -> None:
        typed = self.field.text()
        zone = self._zone_of(typed.casefold().replace(" ", "_"))
        if typed and not zone:
            self.field.refuse(self._refusal)
        elif zone != self._kept:
            self._kept = zone
            self.field.show_text(zone)
            self.chosen.emit(zone)

    def _zone_of(self, typed: str) -> str:
        """The zone of this name, or the only one that holds it: a city is enough."""
        holding = [zone for name, zone in self._zones.items() if typed and typed in name]
        return self._zones.get(typed, holding[0] if len(holding) == 1 else "")
