"""The dialog for an own price: what is typed is checked as it is typed."""

from collections.abc import Mapping
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from outlay.domain.moments import UtcMillis, start_of_day
from outlay.domain.prices import Rate, TokenPrices
from outlay.painting.look import Look
from outlay.presenters.pages.spend_prices import OWNER, micros_of, price_text
from outlay.ui.parts.choices import TickBox
from outlay.ui.parts.day_field import DayField
from outlay.ui.parts.fields import TextField
from outlay.ui.parts.paragraph import Paragraph
from outlay.ui.window.pages.shipped_acts import ActDialog

_NAMES_WIDTH = 150
_BETWEEN = 8
_AIR = 5
_NEEDED = ("input", "output")
_EXAMPLE = 2_500_000


class PriceDialog(ActDialog):
    """Prices of one model from a day on, in dollars per million tokens; input and output are needed."""

    def __init__(
        self, look: Look, model: str, today: date, zone: ZoneInfo, parent: QWidget | None = None
    ) -> None:
        told = QCoreApplication.translate
        title = told("Spend", "A price for {model}").format(model=model)
        sentence = told(
            "Spend", "In US dollars per million tokens. It holds in place of the price in the list."
        )
        super().__init__(look, title, sentence, told("Spend", "Set the price"), parent)
        self._model, self._zone = model, zone
        names: Mapping[str, str] = {
            "input": told("Spend", "Input"),
            "output": told("Spend", "Output"),
            "cache_read": told("Spend", "Cache read"),
            "cache_write_5m": told("Spend", "Cache written"),
            "cache_write_1h": told("Spend", "Written for 1 hour"),
        }
        self.fields = {key: TextField(look, name, _placeholder(key)) for key, name in names.items()}
        for key, field in self.fields.items():
            self._row(names[key], field)
            field.changed.connect(self._check)
        self.always = TickBox(told("Spend", "For all days"), look)
        self.always.setChecked(True)
        self.always.toggled.connect(self._check)
        self.body.addWidget(self.always, 0, Qt.AlignmentFlag.AlignLeft)
        self.since = DayField(look, told("Spend", "From the day"), today)
        self._row(told("Spend", "From the day"), self.since)
        self._check()
        self.fields["input"].setFocus()

    def fill(self, prices: TokenPrices) -> None:
        """Begin with known prices."""
        for key, field in self.fields.items():
            known = getattr(prices, key)
            field.show_text("" if known is None else price_text(known))
        self._check()

    def rate(self) -> Rate | None:
        """The price as it is typed; None while something of it is no amount, or a needed one is missing."""
        typed = {key: field.text() for key, field in self.fields.items()}
        micros = {key: micros_of(text) if text else None for key, text in typed.items()}
        wrong = any(typed[key] and micros[key] is None for key in typed)
        if wrong or any(not typed[key] for key in _NEEDED):
            return None
        since = UtcMillis(0) if self.always.isChecked() else start_of_day(self.since.day, self._zone)
        return Rate("", self._model, "standard", since, TokenPrices(**micros), (), None, "USD", OWNER)

    def _check(self) -> None:
        told = QCoreApplication.translate("Spend", "Write it as {example}.")
        for field in self.fields.values():
            bad = bool(field.text()) and micros_of(field.text()) is None
            field.refuse(told.format(example=price_text(_EXAMPLE)) if bad else "")
        self.since.setEnabled(not self.always.isChecked())
        self.act.setEnabled(self.rate() is not None)
        self.act.update()

    def _row(self, name: str, field: QWidget) -> None:
        label = Paragraph(self.look, "body", "text.second", air=_AIR)
        width = round(_NAMES_WIDTH * min(self.look.text_scale, 1.5))
        label.setFixedWidth(width)
        label.show_text(name, width)
        row = QHBoxLayout()
        row.setSpacing(_BETWEEN)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(field, 1)
        self.body.addLayout(row)


def _placeholder(key: str) -> str:
    if key in _NEEDED:
        return price_text(_EXAMPLE)
    return QCoreApplication.translate("Spend", "as input when empty")
