"""Accounts in the window: connected only after a good test, every trouble in words with its next step, no token shown."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from outlay.domain.accounts import Login, RemoteError, SecretPlace, Trouble
from outlay.domain.answers import Progress
from outlay.domain.pictures import FaceState, Mark
from outlay.presenters.pages.sources_accounts import Step
from outlay.presenters.pages.sources_tools import SourcesAnswer
from outlay.ui.window.pages.sources import SourcesPage
from presenters.pages.made_sources import NOW, UTC
from presenters.pages.made_sources import page as made_page
from ui.heard import heard
from ui.window.accounts_at_hand import TOKEN, WRONG, desk_over, keep_account, keep_reading

WIDTH = 920
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk(tmp_path):
    return desk_over(tmp_path)


@pytest.fixture
def page(look, desk, qtbot):
    made = SourcesPage(look)
    qtbot.addWidget(made)
    made.resize(WIDTH, 1000)
    made.take_width(WIDTH, narrow=False)
    made.changed.connect(lambda: made.show_answer(made.ask(desk, None), desk))
    made.show_answer(made.ask(desk, None), desk)
    made.show()
    yield made
    for reader in desk.parts.readers.values():
        reader.holds.set()
    made.end()


def rest(page, qtbot):
    qtbot.waitUntil(lambda: not page.account_acts.busy)
    QApplication.processEvents()


def opened(page, qtbot, press=None):
    """The dialog, once it is open."""
    (press or page.accounts.add).click()
    qtbot.waitUntil(lambda: page.account_acts.dialog is not None)
    return page.account_acts.dialog


def choose(dialog, system):
    action = next(one for one in dialog.system.menu().actions() if one.text() == system)
    action.trigger()


def typed(field, text):
    field.edit.clear()
    QTest.keyClicks(field.edit, text)


def tried(page, dialog, qtbot):
    dialog.test.click()
    rest(page, qtbot)
    return said(dialog)


def said(dialog):
    return [part.accessibleName() for part in dialog.said if not part.isHidden()]


def row(page, name):
    return next(one for one in page.accounts.rows.values() if one.line.name == name)


def texts(widget):
    """Everything of a widget and of what lies in it that can be read, heard or copied from it."""
    for one in (widget, *widget.findChildren(QWidget)):
        spoken = QAccessible.queryAccessibleInterface(one)
        yield from (one.accessibleName(), one.accessibleDescription(), one.toolTip(), one.windowTitle())
        yield repr(one)
        if spoken is not None:
            yield spoken.text(QAccessible.Text.Name)
            yield spoken.text(QAccessible.Text.Value)
        if isinstance(one, QLineEdit):
            yield from (one.displayText(), one.placeholderText())
        elif isinstance(one, QAbstractButton):
            yield one.text()


def test_without_an_account_the_page_says_why_there_should_be_one(page):
    assert not page.accounts.rows
    assert "titles and times" in page.accounts.section.note.accessibleName()
    assert page.accounts.add.isVisible()


def test_an_account_is_connected_only_after_a_good_test_and_then_read(page, desk, qtbot):
    refresh = heard(page.refresh_wanted)
    dialog = opened(page, qtbot)
    choose(dialog, "GitHub")
    assert (dialog.name.text(), dialog.address.text()) == ("GitHub", "https://github.com")
    assert not dialog.act.isEnabled()
    typed(dialog.secret, TOKEN)
    assert tried(page, dialog, qtbot) == ["GitHub knows you as mara (Mara Lind).", "It shows harbor/api."]
    assert not desk.accounts()
    dialog.act.click()
    rest(page, qtbot)
    assert page.account_acts.dialog is None
    (standing,) = desk.accounts()
    assert (standing.account.name, standing.account.system) == ("GitHub", "github")
    assert desk.parts.secrets.kept == {standing.account.key: TOKEN}
    assert row(page, "GitHub").line.where == "GitHub, github.com"
    assert "GitHub is connected" in page.notice.accessibleName()
    assert refresh


def test_a_wrong_token_is_told_and_another_one_can_be_tried(page, desk, qtbot):
    dialog = opened(page, qtbot)
    choose(dialog, "GitHub")
    typed(dialog.secret, WRONG)
    dialog.secret.setFocus()
    title, step = tried(page, dialog, qtbot)
    assert title == "GitHub does not accept the token."
    assert step == "It may have expired or been revoked: make a new one and enter it."
    assert not dialog.act.isEnabled()
    assert dialog.secret.edit.text() == WRONG
    assert dialog.focusWidget() is dialog.secret.edit
    typed(dialog.secret, TOKEN)
    assert said(dialog) == []
    assert tried(page, dialog, qtbot)[0].startswith("GitHub knows you")
    assert dialog.act.isEnabled()


def test_what_is_changed_after_a_test_has_to_be_tested_again(page, qtbot):
    dialog = opened(page, qtbot)
    choose(dialog, "GitHub")
    typed(dialog.secret, TOKEN)
    tried(page, dialog, qtbot)
    typed(dialog.address, "https://git.harbor.example")
    assert not dialog.act.isEnabled()


def test_an_answer_to_what_stands_there_no_more_is_not_shown(page, desk, qtbot):
    dialog = opened(page, qtbot)
    choose(dialog, "GitHub")
    desk.parts.readers["github"].holds.clear()
    typed(dialog.secret, TOKEN)
    dialog.test.click()
    assert said(dialog) == ["Asking\u2026"]
    typed(dialog.secret, WRONG)
    desk.parts.readers["github"].holds.set()
    rest(page, qtbot)
    assert said(dialog) == []
    assert not dialog.act.isEnabled()


def test_a_good_answer_to_an_older_token_is_not_taken_for_one_to_the_newer(page, desk, qtbot):
    dialog = opened(page, qtbot)
    choose(dialog, "GitHub")
    reader = desk.parts.readers["github"]
    reader.holds.clear()
    typed(dialog.secret, TOKEN)
    dialog.test.click()
    qtbot.waitUntil(lambda: bool(reader.asked))
    typed(dialog.secret, WRONG)
    dialog.test.click()
    found = []
    page.account_acts.trying.came.connect(lambda *_: found.append(dialog.act.isEnabled()))
    reader.holds.set()
    qtbot.waitUntil(lambda: len(found) == 2)
    assert found == [False, False]
    assert said(dialog)[0] == "GitHub does not accept the token."


def test_while_a_system_is_asked_the_window_goes_on(page, desk, qtbot):
    dialog = opened(page, qtbot)
    choose(dialog, "GitHub")
    desk.parts.readers["github"].holds.clear()
    typed(dialog.secret, TOKEN)
    dialog.test.click()
    qtbot.waitUntil(lambda: bool(desk.parts.readers["github"].asked))
    dialog.reject()
    assert page.account_acts.dialog is None
    desk.parts.readers["github"].holds.set()
    rest(page, qtbot)


def test_what_is_missing_is_said_at_its_field_and_the_first_one_gets_the_keyboard(page, desk, qtbot):
    dialog = opened(page, qtbot)
    choose(dialog, "Jira")
    dialog.test.click()
    assert dialog.address.box.refused
    assert dialog.needs.fields["email"].box.refused
    assert not dialog.needs.fields["project"].box.refused
    assert dialog.secret.edit.accessibleDescription() == "Jira needs a token."
    assert dialog.focusWidget() is dialog.address.edit
    assert not desk.parts.readers["jira"].asked


def test_everything_a_system_needs_reaches_it(page, desk, qtbot):
    dialog = opened(page, qtbot)
    choose(dialog, "Jira")
    typed(dialog.address, "harbor.atlassian.net")
    typed(dialog.needs.fields["email"], "mara@harbor.example")
    typed(dialog.secret, TOKEN)
    tried(page, dialog, qtbot)
    (account,) = desk.parts.readers["jira"].asked
    assert account.address == "https://harbor.atlassian.net"
    assert account.settings == (("email", "mara@harbor.example"),)


def test_what_was_typed_stays_when_another_system_is_looked_at(page, qtbot):
    dialog = opened(page, qtbot)
    choose(dialog, "Jira")
    typed(dialog.needs.fields["email"], "mara@harbor.example")
    typed(dialog.name, "Tickets")
    choose(dialog, "GitHub")
    assert not dialog.needs.fields
    choose(dialog, "Jira")
    assert dialog.needs.fields["email"].text() == "mara@harbor.example"
    assert dialog.name.text() == "Tickets"


def test_a_name_that_is_taken_is_refused_and_never_proposed(page, desk, qtbot):
    keep_account(desk, "GitHub")
    page.changed.emit()
    dialog = opened(page, qtbot)
    choose(dialog, "GitHub")
    assert dialog.name.text() == "GitHub 2"
    typed(dialog.name, "GitHub")
    typed(dialog.secret, TOKEN)
    dialog.test.click()
    assert dialog.name.edit.accessibleDescription() == "Another account has this name."


def test_a_name_taken_meanwhile_is_said_and_nothing_is_lost(page, desk, qtbot):
    dialog = opened(page, qtbot)
    choose(dialog, "GitHub")
    typed(dialog.secret, TOKEN)
    tried(page, dialog, qtbot)
    keep_account(desk, "GitHub")
    dialog.act.click()
    rest(page, qtbot)
    assert said(dialog) == ["There is an account GitHub already.", "Choose another name."]
    assert dialog.secret.edit.text() == TOKEN
    assert len(desk.accounts()) == 1


def test_a_locked_keyring_is_told_and_keeping_it_can_be_tried_again(page, desk, qtbot):
    dialog = opened(page, qtbot)
    choose(dialog, "GitHub")
    typed(dialog.secret, TOKEN)
    tried(page, dialog, qtbot)
    desk.parts.secrets.trouble = Trouble.KEYRING_LOCKED
    dialog.act.click()
    rest(page, qtbot)
    assert said(dialog)[0] == "The keyring is locked."
    assert not desk.accounts()
    assert dialog.secret.edit.text() == TOKEN
    desk.parts.secrets.trouble = None
    dialog.act.click()
    rest(page, qtbot)
    assert [one.account.name for one in desk.accounts()] == ["GitHub"]


def test_without_a_keyring_a_variable_can_be_named(page, desk, qtbot):
    dialog = opened(page, qtbot)
    choose(dialog, "GitHub")
    typed(dialog.secret, TOKEN)
    tried(page, dialog, qtbot)
    assert dialog.instead.isHidden()
    desk.parts.secrets.trouble = Trouble.KEYRING_ABSENT
    dialog.act.click()
    rest(page, qtbot)
    assert said(dialog)[0] == "There is no keyring that can be trusted with a token."
    desk.parts.secrets.trouble = None
    desk.parts.secrets.variables = {"FORGE_TOKEN": TOKEN}
    dialog.instead.click()
    assert dialog.variable.isVisible()
    assert not dialog.secret.isVisible()
    typed(dialog.variable, "FORGE_TOKEN")
    tried(page, dialog, qtbot)
    dialog.act.click()
    rest(page, qtbot)
    (standing,) = desk.accounts()
    assert standing.account.secret_place is SecretPlace.ENVIRONMENT
    assert standing.account.variable == "FORGE_TOKEN"
    assert desk.parts.secrets.kept == {}


def test_the_login_of_githubs_command_line_needs_no_token(page, desk, qtbot):
    desk.parts.secrets.variables = {"gh": TOKEN}
    dialog = opened(page, qtbot)
    choose(dialog, "Jira")
    assert not dialog.token.gh.isVisible()
    choose(dialog, "GitHub")
    dialog.token.gh.click()
    assert not dialog.secret.isVisible()
    tried(page, dialog, qtbot)
    dialog.act.click()
    rest(page, qtbot)
    (standing,) = desk.accounts()
    assert standing.account.secret_place is SecretPlace.GH


def test_the_token_is_nowhere_to_be_read_and_gone_once_the_dialog_closes(page, desk, qtbot, caplog):
    dialog = opened(page, qtbot)
    choose(dialog, "GitHub")
    typed(dialog.secret, TOKEN)
    tried(page, dialog, qtbot)
    assert not [text for text in texts(dialog) if TOKEN in text]
    assert TOKEN not in repr(dialog.wish())
    assert TOKEN not in repr(dialog.typed())
    dialog.secret.edit.selectAll()
    dialog.secret.edit.copy()
    assert TOKEN not in QGuiApplication.clipboard().text()
    edit = dialog.secret.edit
    dialog.test.click()
    dialog.reject()
    assert not page.account_acts._wishes
    assert (edit.text(), edit.isUndoAvailable()) == ("", False)
    assert TOKEN not in caplog.text
    assert not [text for text in texts(page) if TOKEN in text]


def test_texts_of_a_hostile_system_are_cut_and_cleaned(page, desk, qtbot):
    hostile = "<b>you</b>\x1b[31m\u202e" + "x" * 5_000 + "\n\nmore"
    desk.parts.readers["github"].login = Login(hostile, hostile, (hostile,) * 50, (hostile,) * 50)
    dialog = opened(page, qtbot)
    choose(dialog, "GitHub")
    typed(dialog.secret, TOKEN)
    shown = " ".join(tried(page, dialog, qtbot))
    assert len(shown) < 1_500
    assert shown.isprintable()


def test_permissions_a_system_names_are_cut_and_cleaned(page, desk, qtbot):
    hostile = "\x1b[31m\u202e" + "x" * 5_000
    reader = desk.parts.readers["github"]
    reader.trouble = RemoteError(Trouble.NOT_ALLOWED, 403, missing=(hostile,) * 50)
    dialog = opened(page, qtbot)
    choose(dialog, "GitHub")
    typed(dialog.secret, WRONG)
    shown = " ".join(tried(page, dialog, qtbot))
    assert len(shown) < 1_000
    assert shown.isprintable()


def test_scopes_are_listed_a_line_each_and_can_be_copied(page, qtbot):
    dialog = opened(page, qtbot)
    choose(dialog, "GitHub")
    assert dialog.scopes.list.lines == 2
    dialog.scopes.copy.click()
    assert QGuiApplication.clipboard().text() == "Metadata: Read-only\nIssues: Read-only"


def test_the_page_where_a_token_is_made_opens_only_when_it_is_pressed(page, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", asked.append)
    dialog = opened(page, qtbot)
    choose(dialog, "GitHub")
    typed(dialog.address, "https://git.harbor.example/")
    assert asked == []
    dialog.scopes.page.click()
    assert asked == [QUrl("https://git.harbor.example/settings/tokens")]


def test_a_refused_account_is_repaired_with_another_token(page, desk, qtbot):
    account = keep_account(desk, secret=WRONG)
    keep_reading(desk, account, Trouble.REFUSED)
    page.changed.emit()
    shown = row(page, "Work")
    assert shown.line.mark is Mark.FAILING
    assert shown.line.sentence.startswith("GitHub does not accept the token.")
    assert shown.step.text() == "Enter the token again\u2026"
    dialog = opened(page, qtbot, shown.step)
    assert dialog.focusWidget() is dialog.secret.edit
    assert (dialog.name.text(), dialog.address.text()) == ("Work", "https://github.com")
    typed(dialog.secret, TOKEN)
    tried(page, dialog, qtbot)
    dialog.act.click()
    rest(page, qtbot)
    (standing,) = desk.accounts()
    assert (standing.account, standing.trouble) == (account, None)
    assert desk.parts.secrets.kept == {account.key: TOKEN}
    assert row(page, "Work").step.isHidden()


def test_a_repair_begins_with_what_has_to_be_other(page, desk, qtbot):
    elsewhere = desk.describe_account("github", "Kept elsewhere", place=SecretPlace.ENVIRONMENT)
    desk.keep_account(elsewhere._replace(variable="FORGE_TOKEN"))
    keep_reading(desk, elsewhere, Trouble.REFUSED)
    keep_reading(desk, keep_account(desk, "Moved"), Trouble.MOVED)
    page.changed.emit()
    dialog = opened(page, qtbot, row(page, "Kept elsewhere").step)
    assert dialog.focusWidget() is dialog.variable.edit
    dialog.reject()
    dialog = opened(page, qtbot, row(page, "Moved").step)
    assert dialog.focusWidget() is dialog.address.edit


def test_a_variable_with_a_token_that_is_not_accepted_is_named(page, desk, qtbot):
    desk.parts.secrets.variables = {"FORGE_TOKEN": WRONG}
    dialog = opened(page, qtbot)
    choose(dialog, "GitHub")
    dialog.token.choose(SecretPlace.ENVIRONMENT)
    typed(dialog.variable, "FORGE_TOKEN")
    _, step = tried(page, dialog, qtbot)
    assert step == "Set FORGE_TOKEN to a token that is valid, then start Outlay again."


def test_an_account_that_bears_its_systems_name_is_named_once(page, desk, qtbot):
    keep_account(desk, "GitHub")
    page.changed.emit()
    row(page, "GitHub").test.click()
    rest(page, qtbot)
    assert page.notice.accessibleName().startswith("GitHub knows you as mara")


def test_the_address_shows_an_example_of_the_system_that_is_chosen(page, qtbot):
    dialog = opened(page, qtbot)
    choose(dialog, "Jira")
    assert dialog.address.edit.placeholderText() == "https://your-site.atlassian.net"
    choose(dialog, "GitHub")
    assert dialog.address.edit.placeholderText() == "https://git.example.com"


def test_an_account_can_be_renamed_without_its_token(page, desk, qtbot):
    account = keep_account(desk)
    page.changed.emit()
    dialog = opened(page, qtbot, row(page, "Work").edit)
    typed(dialog.name, "Harbor")
    tried(page, dialog, qtbot)
    dialog.act.click()
    rest(page, qtbot)
    assert [one.account for one in desk.accounts()] == [account._replace(name="Harbor")]
    assert desk.parts.secrets.kept == {account.key: TOKEN}


def test_a_kept_token_is_not_shown_to_another_address(page, desk, qtbot):
    keep_account(desk)
    page.changed.emit()
    dialog = opened(page, qtbot, row(page, "Work").edit)
    typed(dialog.address, "https://elsewhere.example")
    dialog.test.click()
    assert dialog.secret.edit.accessibleDescription() == "The address is another one: enter the token for it."
    assert not desk.parts.readers["github"].asked


def test_a_kept_token_is_tested_from_its_row(page, desk, qtbot):
    keep_account(desk)
    page.changed.emit()
    row(page, "Work").test.click()
    rest(page, qtbot)
    assert page.notice.accessibleName().startswith("Work: GitHub knows you as mara")
    desk.parts.secrets.trouble = Trouble.KEYRING_LOCKED
    row(page, "Work").test.click()
    rest(page, qtbot)
    assert page.notice.accessibleName().startswith("The keyring is locked.")
    assert page.notice.notice.state is FaceState.FAILING


def test_an_account_that_answers_a_test_again_is_read_again(page, desk, qtbot):
    keep_reading(desk, keep_account(desk), Trouble.REFUSED)
    page.changed.emit()
    refresh = heard(page.refresh_wanted)
    row(page, "Work").test.click()
    rest(page, qtbot)
    assert desk.accounts()[0].trouble is None
    assert refresh


def test_removing_asks_first_and_says_what_stays(page, desk, qtbot):
    account = keep_account(desk)
    page.changed.emit()
    row(page, "Work").remove.click()
    dialog = page.account_acts.dialogs.dialog
    shown = " ".join(texts(dialog))
    assert "its token goes out of the keyring" in shown
    dialog.reject()
    assert [one.account for one in desk.accounts()] == [account]
    row(page, "Work").remove.click()
    page.account_acts.dialogs.dialog.act.click()
    rest(page, qtbot)
    assert desk.accounts() == ()
    assert desk.parts.secrets.kept == {}
    assert page.notice.accessibleName() == "Work is removed, and its token is out of the keyring."
    assert not page.accounts.rows


def test_an_account_whose_token_cannot_be_removed_stays(page, desk, qtbot):
    keep_account(desk)
    page.changed.emit()
    desk.parts.secrets.trouble = Trouble.KEYRING_LOCKED
    row(page, "Work").remove.click()
    page.account_acts.dialogs.dialog.act.click()
    rest(page, qtbot)
    assert len(desk.accounts()) == 1
    assert page.notice.accessibleName().startswith("The keyring is locked.")


@pytest.mark.parametrize("trouble", [Trouble.SIGN_IN_PAGE, Trouble.NOT_FOUND])
def test_an_account_that_gave_a_page_or_nothing_can_be_edited_or_tried_as_it_is(page, desk, qtbot, trouble):
    keep_reading(desk, keep_account(desk), trouble)
    page.changed.emit()
    refresh, shown = heard(page.refresh_wanted), row(page, "Work")
    assert (shown.step.text(), shown.again.text()) == ("Edit the account\u2026", "Try now")
    assert (shown.step.isHidden(), shown.again.isHidden()) == (False, False)
    assert shown.again.accessibleName() == "Try now: Work"
    shown.again.click()
    rest(page, qtbot)
    assert refresh
    assert desk.accounts()[0].tried is None


def test_one_that_is_well_has_nothing_to_try(page, desk):
    keep_reading(desk, keep_account(desk))
    page.changed.emit()
    assert row(page, "Work").again.isHidden()


def test_after_connecting_by_mouse_the_keyboard_goes_on_from_where_accounts_are_added(page, desk, qtbot):
    dialog = opened(page, qtbot)
    assert page.focusWidget() is not page.accounts.add
    choose(dialog, "GitHub")
    typed(dialog.secret, TOKEN)
    tried(page, dialog, qtbot)
    dialog.act.click()
    rest(page, qtbot)
    assert row(page, "GitHub")
    assert page.focusWidget() is page.accounts.add


def test_after_a_change_or_none_the_keyboard_is_at_the_account_that_was_asked_about(page, desk, qtbot):
    keep_account(desk)
    page.changed.emit()
    opened(page, qtbot, row(page, "Work").edit).reject()
    assert page.focusWidget() is row(page, "Work").edit


def test_trouble_that_passes_can_be_tried_now(page, desk, qtbot):
    keep_reading(desk, keep_account(desk), Trouble.AWAY)
    page.changed.emit()
    refresh = heard(page.refresh_wanted)
    assert row(page, "Work").step.text() == "Try now"
    row(page, "Work").step.click()
    rest(page, qtbot)
    assert refresh
    assert desk.accounts()[0].tried is None


def test_how_far_a_reading_is_stands_in_its_row_and_it_can_be_stopped_and_gone_on_with(page, desk, qtbot):
    keep_account(desk)
    page.changed.emit()
    stop, refresh, told = heard(page.stop_wanted), heard(page.refresh_wanted), heard(page.setting_changed)
    page.take_progress(Progress(0, 0, 0, 0, None, None, "Work", 350, 2_000))
    shown = row(page, "Work")
    assert shown.line.sentence == "Reading Work: 350 of 2,000."
    shown.step.click()
    rest(page, qtbot)
    assert stop
    assert desk.paused
    assert told == [("paused",)]
    page.take_progress(None)
    keep_reading(desk, desk.account("Work"), Trouble.INTERRUPTED)
    page.changed.emit()
    assert shown.line.step is Step.GO_ON
    assert not refresh
    shown.step.click()
    rest(page, qtbot)
    assert not desk.paused
    assert refresh


def test_the_keyboard_stays_where_it_is_while_a_reading_goes_on(page, desk, qtbot):
    keep_account(desk)
    page.changed.emit()
    page.activateWindow()
    row(page, "Work").edit.setFocus()
    for done in range(3):
        page.take_progress(Progress(0, 0, 0, 0, None, None, "Work", done, None))
    assert page.focusWidget() is row(page, "Work").edit


def test_sample_data_connects_to_no_account(page, desk):
    page.show_answer(SourcesAnswer(made_page(), NOW, UTC), replace_sample(desk))
    assert page.accounts.add.isHidden()
    assert page.accounts.section.note.accessibleName() == "Made-up data connects to no account."


def replace_sample(desk):
    shown = replace(desk, sample=True)
    object.__setattr__(shown, "parts", desk.parts)
    return shown


def test_the_dialog_is_walked_in_reading_order_and_every_stop_is_named(page, qtbot):
    dialog = opened(page, qtbot)
    choose(dialog, "Jira")
    dialog.activateWindow()
    dialog.system.setFocus()
    order = []
    for _ in range(20):
        focused = dialog.focusWidget()
        if focused in order:
            break
        order.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    names = [QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name) for one in order]
    assert names == [
        "System: Jira",
        "Name",
        "Address",
        "E-mail you sign in with",
        "Project",
        "Token kept in: Keyring",
        "Token",
        "Open the page where a token is made",
        "Copy the list",
        "Test",
        "Cancel",
    ]


def test_an_address_that_was_typed_stays_with_its_system(page, qtbot):
    dialog = opened(page, qtbot)
    choose(dialog, "Jira")
    typed(dialog.address, "https://harbor.atlassian.net")
    choose(dialog, "GitHub")
    assert dialog.address.text() == "https://github.com"
    choose(dialog, "Jira")
    assert dialog.address.text() == "https://harbor.atlassian.net"


def test_enter_in_a_field_tests_and_never_connects(page, desk, qtbot):
    dialog = opened(page, qtbot)
    choose(dialog, "GitHub")
    typed(dialog.secret, TOKEN)
    for _ in range(2):
        QTest.keyClick(dialog.secret.edit, Qt.Key.Key_Return)
        rest(page, qtbot)
    assert dialog.isVisible()
    assert not desk.accounts()
    assert len(desk.parts.readers["github"].asked) == 2
