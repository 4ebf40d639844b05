"""The wired app, offscreen: no tray there, so its icon is asked directly."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from outlay.domain.answers import Progress
from outlay.domain.pictures import FaceState, IconPicture
from outlay.errors import StoreError
from outlay.painting.digits import load_digits
from outlay.system.resources import resource_path
from outlay.ui import owner_choices
from outlay.ui.desktop_style import choose_platform_theme
from outlay.ui.parts.choice_dialog import Change
from outlay.ui.tray import icon_of
from outlay.ui.tray_app import TrayApp
from outlay.ui.worker_process import WorkerProcess
from ui.fake_app import FakeApp

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "systemTrayWindowChanged", extend=True)

ANSWERS = """
import json, sys
for line in sys.stdin:
    if json.loads(line)["do"] == "stop":
        break
    print(json.dumps({"event": "done", "revision": 1, "folders": []}), flush=True)
"""


@pytest.fixture
def windows() -> list[tuple[Path, str, str]]:
    """The windows that were started: over which folder, on which page, with which sentence."""
    return []


@pytest.fixture
def wired(qapp: QApplication, face: FakeApp, tmp_path, windows):
    made = []

    def make(*, program: str = ANSWERS) -> TrayApp:
        worker = WorkerProcess(tmp_path, (sys.executable, "-c", program))
        made.append(TrayApp(face, qapp, worker=worker, start_window=lambda *told: windows.append(told)))
        return made[-1]

    yield make
    for tray_app in made:
        tray_app.end()
        tray_app.deleteLater()


def menu_of(tray_app: TrayApp) -> list[str]:
    return [action.text() for action in tray_app.tray._menu.actions() if action.text()]


def test_at_start_the_last_known_figures_stand_in_the_menu(wired):
    tray_app = wired()
    tray_app.start()
    assert menu_of(tray_app) == [
        "Today $15.20 list value, 1 pull request shipped",
        "7 days $87.40 list value, 7 shipped",
        "5 pull requests, 1 ticket, 1 commit",
        "As of 17:26",
        "Show figures",
        "Open Outlay",
        "Refresh",
        "Pause",
        "Quit",
    ]


def test_figures_in_the_menu_cannot_be_clicked(wired):
    tray_app = wired()
    tray_app.start()
    states = [action.isEnabled() for action in tray_app.tray._menu.actions() if action.text()]
    assert states == [False, False, False, False, True, True, True, True, True]


def test_figures_in_the_menu_are_as_readable_as_other_text(wired, qapp):
    tray_app = wired()
    tray_app.start()
    tray_app.tray._menu.aboutToShow.emit()
    ink = tray_app.tray._menu.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert ink == qapp.palette().color(QPalette.ColorRole.PlaceholderText)


def test_news_of_the_worker_reach_the_tray(wired, face, qtbot):
    tray_app = wired()
    face.earn(20_000_000)
    with qtbot.waitSignal(tray_app.worker.done):
        tray_app.start()
    qtbot.waitUntil(lambda: tray_app.tray._view.icon.text == "20")


def test_the_icon_is_redrawn_only_when_its_text_or_state_changes(wired, face):
    tray_app = wired()
    tray_app.start()
    key = tray_app.tray._icon.cacheKey()
    face.earn(15_300_000)
    tray_app.controller.read()
    assert tray_app.tray._icon.cacheKey() == key
    assert "15.30" in tray_app.tray._view.tooltip
    face.earn(16_000_000)
    tray_app.controller.read()
    assert tray_app.tray._icon.cacheKey() != key


def test_the_icon_has_a_picture_of_its_own_for_every_size(look):
    sizes = icon_of(
        IconPicture("15", FaceState.FRESH), look.tokens, load_digits(resource_path("look/digits.json"))
    ).availableSizes()
    assert [size.width() for size in sizes] == [16, 18, 20, 22, 24, 32, 36, 44, 48, 64]


def test_a_worker_that_dies_is_said_and_the_figures_stay(wired, qtbot):
    tray_app = wired(program="import sys; sys.stdin.readline(); sys.exit(3)")
    with qtbot.waitSignal(tray_app.worker.failed):
        tray_app.start()
    view = tray_app.tray._view
    assert view.icon == ("15", FaceState.FAILING)
    assert view.menu[-1] == "The reading stopped before it was done."


def test_a_reading_that_ends_well_clears_the_failure(wired, qtbot):
    tray_app = wired()
    tray_app.controller.failed("It broke.", "")
    with qtbot.waitSignal(tray_app.worker.done):
        tray_app.start()
    qtbot.waitUntil(lambda: tray_app.tray._view.icon.state is FaceState.FRESH)


def test_while_paused_nothing_is_read(wired, face, qtbot):
    tray_app = wired()
    tray_app.pause(True)
    tray_app.start()
    tray_app.sync()
    assert not tray_app.worker.reading
    assert tray_app.tray._view.icon.state is FaceState.PAUSED
    assert "Resume" in menu_of(tray_app)
    with qtbot.waitSignal(tray_app.worker.done):
        tray_app.pause(False)
    assert tray_app.tray._view.icon.state is FaceState.FRESH


def test_a_pause_of_the_windows_is_shown_and_a_long_reading_leaves_off(wired, face, monkeypatch):
    tray_app, left = wired(), []
    tray_app.controller.read()
    monkeypatch.setattr(tray_app.worker, "leave_off", lambda: left.append(True))
    face.paused = True
    tray_app.forward("settings")
    assert left
    assert tray_app.tray._view.icon.state is FaceState.PAUSED
    face.paused = False
    tray_app.forward("settings")
    assert tray_app.worker.reading


def test_without_any_answer_the_tray_says_why(wired, face, monkeypatch):
    def broken():
        raise StoreError("The figures cannot be opened.", "Start again.")

    tray_app = wired()
    monkeypatch.setattr(face, "glance", broken)
    tray_app.controller.read()
    assert tray_app.tray._view.icon == ("\u2013", FaceState.FAILING)
    assert menu_of(tray_app)[:2] == ["The figures cannot be opened.", "Start again."]


def test_the_popover_opens_on_today_and_the_same_click_closes_it(wired, qtbot):
    tray_app = wired()
    tray_app.start()
    tray_app.tray.open_wanted.emit()
    popover = tray_app.controller.popover
    assert popover.isVisible()
    assert popover.card.pair.pair.spend.text == "$15.20"
    tray_app.tray.open_wanted.emit()
    assert popover.isHidden()
    tray_app.tray.open_wanted.emit()
    assert popover.isHidden()


def test_a_popover_closed_for_a_while_is_given_up_and_made_anew_when_wanted(wired, qtbot):
    tray_app = wired()
    tray_app.controller._unused.setInterval(1)
    tray_app.open()
    popover = tray_app.controller.popover
    with qtbot.waitSignal(popover.destroyed):
        popover.hide()
    tray_app.open()
    assert tray_app.controller.popover.isVisible()


def test_an_answer_older_than_the_one_shown_is_let_go(wired, face, qtbot):
    tray_app = wired()
    tray_app.controller.read()
    face.earn(99_000_000)
    face.shown = replace(face.shown, as_of=face.shown.as_of - 1)
    with qtbot.waitSignal(tray_app.controller._reader.came):
        tray_app.controller.ask()
    assert tray_app.tray._view.icon.text == "15"


def test_the_reading_is_shown_until_its_figures_stand(wired, face, qtbot):
    tray_app = wired()
    tray_app.controller.read()
    tray_app.controller.progressed(Progress(2, 2, 0, 0, None))
    face.earn(20_000_000)
    tray_app.controller.finished()
    assert tray_app.controller.activity.progress is not None
    qtbot.waitUntil(lambda: tray_app.controller.activity.progress is None)
    assert tray_app.tray._view.icon.text == "20"


def test_figures_of_a_long_reading_are_asked_for_once_a_while(wired, face, qtbot):
    tray_app = wired()
    asked = []
    tray_app.controller._reader.came.connect(lambda number, _glance: asked.append(number))
    for number in range(4):
        tray_app.controller.slice_came(number)
        qtbot.wait(150)
    assert len(asked) == 1
    tray_app.controller._rest.setInterval(1)
    qtbot.waitUntil(lambda: len(asked) == 2)


def test_opening_asks_for_news(wired, qtbot):
    tray_app = wired()
    tray_app.controller.read()
    with qtbot.waitSignal(tray_app.worker.done):
        tray_app.open()


def test_without_a_tray_the_window_opens_with_one_sentence_why(wired, face, windows):
    tray_app = wired()
    tray_app.start()
    tray_app._host.missing.emit()
    ((folder, page, why),) = windows
    assert (folder, page) == (face.data_folder, "")
    assert why.startswith("This desktop shows no tray")


def test_without_a_tray_a_second_start_brings_the_window_forward(wired, windows):
    tray_app = wired()
    tray_app.start()
    tray_app._host.missing.emit()
    tray_app.forward("")
    assert [why for _, _, why in windows][1:] == [""]


def test_a_tray_that_comes_later_opens_the_popover_again(wired, windows):
    tray_app = wired()
    tray_app.start()
    tray_app._host.missing.emit()
    tray_app._host.appeared.emit()
    tray_app.open()
    assert tray_app.controller.popover.isVisible()
    assert len(windows) == 1


def test_when_the_tray_goes_an_open_popover_gives_way_to_the_window(wired, windows):
    tray_app = wired()
    tray_app.start()
    tray_app.open()
    popover = tray_app.controller.popover
    tray_app._host.missing.emit()
    assert popover.isHidden()
    assert len(windows) == 1


def test_the_popover_and_the_menu_lead_to_the_window(wired, windows):
    tray_app = wired()
    tray_app.start()
    tray_app.open()
    popover = tray_app.controller.popover
    popover.card.foot.buttons()[0].click()
    assert popover.isHidden()
    next(action for action in tray_app.tray._menu.actions() if action.text() == "Open Outlay").trigger()
    assert len(windows) == 2


def test_a_row_of_the_popover_leads_to_its_item_in_the_window(wired, windows, qtbot):
    tray_app = wired()
    tray_app.start()
    tray_app.open()
    row = tray_app.controller.popover.card.rows.rows[0]
    assert row.row.opens.startswith("shipped:")
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert [page for _, page, _ in windows] == [row.row.opens] * 2


def test_at_the_first_run_the_window_asks_and_nothing_is_read_before(wired, face, windows, qtbot):
    face.first_run = True
    tray_app = wired()
    tray_app.start()
    assert len(windows) == 1
    assert not tray_app.worker.reading
    face.first_run = False
    with qtbot.waitSignal(tray_app.worker.done):
        tray_app.forward("settings")


def test_what_was_ticked_and_unticked_is_kept_and_read(wired, face, qtbot, monkeypatch):
    tray_app = wired()
    change = Change(("/home/me/payments",), ("/home/me/tools",))
    monkeypatch.setattr(owner_choices.dialogs(), "ask_repositories", lambda *_: change)
    with qtbot.waitSignal(tray_app.worker.done):
        tray_app.choices.choose_repositories()
    assert (face.added, face.removed) == (["/home/me/payments"], ["/home/me/tools"])


def test_emails_are_added_and_taken_back(wired, face, qtbot, monkeypatch):
    tray_app = wired()
    change = Change(("ada@work.example",), ("ada@home.example",))
    monkeypatch.setattr(owner_choices.dialogs(), "ask_emails", lambda *_: change)
    with qtbot.waitSignal(tray_app.worker.done):
        tray_app.choices.choose_emails()
    assert (face.added, face.removed) == (["ada@work.example"], ["ada@home.example"])


def test_a_dialog_that_is_left_reads_nothing(wired, face, monkeypatch):
    tray_app = wired()
    monkeypatch.setattr(owner_choices.dialogs(), "ask_emails", lambda *_: Change())
    tray_app.choices.choose_emails()
    assert not tray_app.worker.reading
    assert face.added == []


def test_the_open_list_of_sources_shows_what_a_reading_found(wired, face, qtbot):
    tray_app = wired()
    tray_app.choices.show_sources()
    dialog = tray_app.choices._sources
    face.shown = replace(face.shown, sources=face.shown.sources[:1])
    with qtbot.waitSignal(tray_app.worker.done):
        tray_app.sync()
    assert dialog._tree.topLevelItemCount() == 1
    dialog.close()
    qtbot.waitUntil(lambda: tray_app.choices._sources is None)


def test_every_window_has_the_icon_of_the_app(wired, qapp):
    wired()
    assert not qapp.windowIcon().isNull()


AT_ACCOUNTS = """
import json, sys
def say(**event): print(json.dumps(event), flush=True)
for line in sys.stdin:
    wish = json.loads(line)
    if wish["do"] == "stop":
        break
    if "paths" not in wish:
        say(event="progress", account="work", account_done=1)
    else:
        say(event="done", revision=1, folders=[])
        say(event="done", revision=2, folders=wish["paths"])
"""


def test_a_log_that_changed_does_not_wait_for_a_long_reading_of_accounts(wired, qtbot):
    tray_app = wired(program=AT_ACCOUNTS)
    folders = []
    tray_app.worker.done.connect(lambda _, told: folders.append(told))
    tray_app.sync()
    qtbot.waitUntil(lambda: tray_app.worker.gives_way)
    tray_app._logs_changed(("/a.jsonl",))
    qtbot.waitUntil(lambda: folders == [(), ("/a.jsonl",)])


def test_a_change_during_a_reading_asks_for_one_more(wired, qtbot):
    tray_app = wired()
    with qtbot.waitSignals([tray_app.worker.done, tray_app.worker.done]):
        tray_app.worker.sync()
        tray_app._logs_changed(())
        tray_app._logs_changed(())


def test_progress_is_said_in_the_open_popover(wired, qtbot):
    tray_app = wired()
    tray_app.controller.open()
    qtbot.waitUntil(lambda: not tray_app.worker.reading)
    tray_app.controller.progressed(Progress(1, 2, 0, 0, None))
    qtbot.waitUntil(lambda: "1 of 2 files" in tray_app.controller.popover.card.as_of.accessibleName())


def test_a_slice_is_shown_before_the_end(wired, face, qtbot):
    tray_app = wired()
    tray_app.controller.read()
    face.earn(99_000_000)
    tray_app.controller.slice_came(2)
    qtbot.waitUntil(lambda: tray_app.tray._view.icon.text == "99")


def test_a_rebuilt_icon_shows_what_was_shown(wired):
    tray_app = wired()
    tray_app.start()
    before, icon = tray_app.tray._view, tray_app.tray._tray
    tray_app.tray.rebuild()
    assert tray_app.tray._view == before
    assert tray_app.tray._tray is not icon
    assert tray_app.tray._tray.toolTip() == before.tooltip


def test_sample_data_is_said_in_the_menu(wired, face):
    face.shown = replace(face.shown, sample=True)
    tray_app = wired()
    tray_app.start()
    assert menu_of(tray_app)[0] == "Sample data"


@pytest.mark.parametrize(
    ("desktop", "theme"), [("ubuntu:GNOME", "gnome"), ("XFCE", "gnome"), ("KDE", None), ("", None)]
)
def test_on_gtk_desktops_the_light_platform_theme_is_taken(desktop, theme):
    environment = {"XDG_CURRENT_DESKTOP": desktop}
    choose_platform_theme(environment)
    assert environment.get("QT_QPA_PLATFORMTHEME") == theme


def test_the_owners_own_platform_theme_is_kept():
    environment = {"XDG_CURRENT_DESKTOP": "GNOME", "QT_QPA_PLATFORMTHEME": "qt6ct"}
    choose_platform_theme(environment)
    assert environment["QT_QPA_PLATFORMTHEME"] == "qt6ct"
