"""Signing in at GitHub by a code: offered only to who set a client id, entered by the owner, ended with its dialog."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from outlay.domain.accounts import RemoteError, Trouble
from outlay.system.device_flow import DeviceFlowError, FlowEnd, Granted
from outlay.ui.window.pages.sources import SourcesPage
from presenters.pages.made_sources import NOW
from ui.window.accounts_at_hand import CODE, TOKEN, desk_over
from ui.window.test_accounts_section import WIDTH, choose, opened, rest, said, texts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk(tmp_path):
    made = desk_over(tmp_path)
    made.set("github_client_id", "Iv1.public")
    return made


@pytest.fixture
def page(look, desk, qtbot):
    made = SourcesPage(look)
    qtbot.addWidget(made)
    made.resize(WIDTH, 1000)
    made.take_width(WIDTH, narrow=False)
    made.show_answer(made.ask(desk, None), desk)
    made.show()
    yield made
    desk.parts.flow.agreed.set()
    made.end()


@pytest.fixture
def dialog(page, qtbot):
    found = opened(page, qtbot)
    choose(found, "GitHub")
    return found


def asked_for_a_code(dialog, qtbot):
    dialog.token.sign_in.begin.click()
    qtbot.waitUntil(dialog.token.sign_in.code.isVisible)


def ended(page, desk, qtbot):
    desk.parts.flow.agreed.set()
    qtbot.waitUntil(lambda: not page.account_acts.signing.asker.busy)
    rest(page, qtbot)


def test_without_a_client_id_it_is_not_offered(page, desk, qtbot):
    desk.set("github_client_id", "")
    dialog = opened(page, qtbot)
    choose(dialog, "GitHub")
    assert not dialog.token.sign_in.isVisible()


def test_other_systems_are_not_signed_in_to_by_a_code(dialog):
    assert dialog.token.sign_in.isVisible()
    choose(dialog, "Jira")
    assert not dialog.token.sign_in.isVisible()


def test_a_code_is_shown_and_what_is_granted_for_it_is_tested_as_if_it_were_typed(
    page, desk, dialog, qtbot, monkeypatch
):
    opens = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opens.append)
    asked_for_a_code(dialog, qtbot)
    sign_in = dialog.token.sign_in
    assert sign_in.code.accessibleName() == f"Enter this code at github.com/login/device: {CODE}"
    assert opens == []
    sign_in.open.click()
    sign_in.copy.click()
    assert opens == [QUrl("https://github.com/login/device")]
    assert QGuiApplication.clipboard().text() == CODE
    ended(page, desk, qtbot)
    assert desk.parts.flow.addresses == [("https://github.com", "Iv1.public")]
    assert said(dialog)[0].startswith("GitHub knows you as mara")
    assert dialog.act.isEnabled()
    assert not sign_in.code.isVisible()
    assert not [text for text in texts(dialog) if TOKEN in text or "canary" in text]


@pytest.mark.parametrize(
    ("end", "title"),
    [
        (DeviceFlowError(FlowEnd.DENIED), "GitHub was told no."),
        (DeviceFlowError(FlowEnd.EXPIRED), "The code was not entered in time."),
        (DeviceFlowError(FlowEnd.UNKNOWN_APP), "GitHub does not let this app sign in by a code."),
        (RemoteError(Trouble.AWAY), "Nobody answers at the address of GitHub."),
    ],
)
def test_what_stood_in_the_way_is_told_and_another_code_can_be_had(page, desk, dialog, qtbot, end, title):
    desk.parts.flow.end = end
    asked_for_a_code(dialog, qtbot)
    ended(page, desk, qtbot)
    assert said(dialog)[0] == title
    assert said(dialog)[1]
    assert not dialog.act.isEnabled()
    desk.parts.flow.end = None
    dialog.token.sign_in.begin.click()
    ended(page, desk, qtbot)
    assert dialog.act.isEnabled()


def test_a_login_that_ends_by_itself_is_not_taken(page, desk, dialog, qtbot):
    desk.parts.flow.granted_token = Granted(TOKEN, NOW, "renewal-canary")
    asked_for_a_code(dialog, qtbot)
    ended(page, desk, qtbot)
    assert "ends after some hours" in said(dialog)[0]
    assert dialog.secret.edit.text() == ""


def test_it_ends_with_its_dialog(page, desk, dialog, qtbot):
    asked_for_a_code(dialog, qtbot)
    dialog.reject()
    assert desk.parts.flow.left.wait(5)
    qtbot.waitUntil(lambda: not page.account_acts.signing.asker.busy)
    assert page.account_acts.dialog is None
