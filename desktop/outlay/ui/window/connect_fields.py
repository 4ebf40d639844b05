"""What the dialog for an account asks for: fields by their keys, each with its name before it."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from outlay.painting.look import Look
from outlay.ui.parts.fields import TextField
from outlay.ui.parts.paragraph import Paragraph

NAMES_WIDTH = 150
_BETWEEN, _LABEL_AIR, _LARGE_TEXT = 8, 5, 1.5
_TOP = Qt.AlignmentFlag.AlignTop


class NamedRow(QWidget):
    """A name and what it is the name of, side by side; large text puts it above."""

    def __init__(self, look: Look, name: str, part: QWidget, width: int) -> None:
        super().__init__()
        stacked = look.text_scale >= _LARGE_TEXT
        names = width if stacked else NAMES_WIDTH
        self.label = Paragraph(look, "body", "text.second", air=0 if stacked else _LABEL_AIR)
        self.label.setFixedWidth(names)
        self.label.show_text(name, names)
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        row = QBoxLayout(way, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 if stacked else _BETWEEN)
        row.addWidget(self.label, 0, _TOP)
        if isinstance(part, TextField | Paragraph):
            row.addWidget(part, 1)
        else:
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
            row.addStretch(1)


class SecretField(TextField):
    """What is typed is not shown, not spoken and not kept in the undo list or by an input method."""

    def __init__(self, look: Look, name: str, placeholder: str = "") -> None:
        super().__init__(look, name, placeholder)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.edit.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)

    def forget(self) -> None:
        """Nothing stands in it any more, and nothing can be taken back."""
        self.show_text("")
        self.edit.setModified(False)


class NeedFields(QWidget):
    """One field for everything a system has to be told; what was typed under a key stays when the system is another."""

    def __init__(self, look: Look, width: int) -> None:
        super().__init__()
        self._look, self._width = look, width
        self._typed: dict[str, str] = {}
        self.fields: dict[str, TextField] = {}
        self._rows: list[NamedRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_BETWEEN)

    def ask(self, needs: Iterable[tuple[str, str, bool]]) -> None:
        """Ask for these: key, name, whether it is needed."""
        self._typed |= self.texts()
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self.fields = [], {}
        told = QCoreApplication.translate("Connect", "can stay empty")
        for key, name, required in needs:
            field = TextField(self._look, name, "" if required else told)
            field.show_text(self._typed.get(key, ""))
            self.fields[key] = field
            row = NamedRow(self._look, name, field, self._width)
            row.setFixedWidth(self._width)
            self._rows.append(row)
            self._column.addWidget(row)
        self.setVisible(bool(self.fields))

    def take_look(self, look: Look) -> None:
        """What is asked for from now on is drawn by another look."""
        self._look = look

    def fill(self, texts: Iterable[tuple[str, str]]) -> None:
        """Begin with what is known."""
        for key, text in texts:
            if key in self.fields:
                self.fields[key].show_text(text)

    def texts(self) -> dict[str, str]:
        """What is typed, by key."""
        return {key: field.text() for key, field in self.fields.items()}
