"""Sentences of the rooms below, which are English and name commands, as the screen says them."""

import re

from outlay.presenters.tongue import ENGLISH_NAME, later, tongue, tr

_ON_SCREEN = (
    ("outlay repositories list", "Repositories in the menu"),
    ("outlay accounts list", "Accounts in Sources"),
    ("outlay identities list", "Commit e-mails in the menu"),
    ("outlay sources", "Sources"),
    ("Run outlay sync.", "Refresh reads the logs."),
    ("another sync", "another reading"),
    ("Another sync", "Another reading"),
    ("the next sync", "the next refresh"),
    ("The next sync", "The next refresh"),
    ("then sync", "then refresh"),
)

_TOLD = (
    later("Outlay made a mistake ({what})."),
    later("Another sync is running."),
    later("Its figures appear as it goes."),
    later("Nothing has been read yet."),
    later("Run outlay sync."),
    later("{path} cannot be read ({why})."),
    later("{tool} logs have not changed where a reset was due"),
    later("Check who may read it."),
    later("The repository {name} is gone."),
    later("The repository {name} cannot be read."),
    later("What was read of it is kept. See outlay sources."),
    later("Another program holds the database."),
    later("Nothing is lost; try again in a moment."),
    later("The disk is full, so nothing more can be kept."),
    later("Free some space and try again."),
    later("The database is damaged."),
    later("The next sync restores or reads it anew."),
    later("The database was damaged; the copy of {day} was restored."),
    later("The database was gone; the copy of {day} was restored."),
    later("The database was empty; the copy of {day} was restored."),
    later("The database was damaged; it was begun anew."),
    later("The database was gone; it was begun anew."),
    later("The database was empty; it was begun anew."),
    later("What was there is kept as {file}."),
    later("The database in {path} cannot be used ({why})."),
    later("Try again in a moment."),
    later("Its program holds the file."),
    later("It is read at the next sync."),
    later("The file is not a database that can be read."),
    later("{path} is not among your repositories."),
    later("See outlay repositories list."),
    later("{path} is not in a git repository, so none was added."),
    later("Name folders of repositories."),
    later("{email} is not an e-mail address."),
    later("Name the e-mail of your commits."),
    later("{email} is not among your e-mails."),
    later("See outlay identities list."),
    later("The export was stopped."),
    later("Nothing was written."),
    later("{path} cannot be written: {why}."),
    later("Name a file in another folder."),
    later("{path} is neither a folder nor a repository of yours."),
    later("The group has no name."),
    later("Name the client or the product."),
    later("The sample does not start with the desktop."),
    later("Start Outlay without it."),
    later("the token of {name}"),
    later("There is an account {name} already."),
    later("Choose another name."),
    later("There is no account {name}."),
    later("See outlay accounts list."),
    later("Claude Code deletes logs after 30 days by default; Outlay keeps the figures."),
    later(
        "Codex keeps its sessions; it moves old ones to archived_sessions and compresses them, "
        "and Outlay reads them there."
    ),
    later(
        "Copilot deletes old requests after about 90 days and VS Code old traces; Outlay keeps the figures."
    ),
    later("Gemini CLI deletes sessions after 30 days in newer builds; Outlay keeps the figures."),
    later("OpenCode keeps its sessions; what the owner deletes there stays counted in Outlay."),
    later("Cursor keeps its conversations; what the owner deletes there stays counted in Outlay."),
)
"""What other rooms say on the screen, as they say it; a name in braces stands for what they put in."""

_PATTERNS: dict[str, re.Pattern[str]] = {}


def on_screen(sentence: str) -> str:
    """A sentence in the language in force, with commands named as the screen's own buttons."""
    if tongue().name != ENGLISH_NAME:
        return _translated(sentence)
    for command, shown in _ON_SCREEN:
        sentence = sentence.replace(command, shown)
    return sentence


def _translated(text: str) -> str:
    """One known sentence, or known ones behind each other; what is not known stays as it is."""
    whole = _known(text)
    if whole:
        return whole
    for end in re.finditer(r"(?<=[.?]) ", text):
        first = _known(text[: end.start()])
        if first:
            return f"{first} {_translated(text[end.end() :])}"
    return text


def _known(sentence: str) -> str:
    """The sentence in the language in force; empty when it is none that is foreseen."""
    for told in _TOLD:
        found = _pattern(told).fullmatch(sentence)
        if found:
            return tr(told, **found.groupdict())
    return ""


def _pattern(told: str) -> re.Pattern[str]:
    """Made at the first use: English needs none."""
    if told not in _PATTERNS:
        _PATTERNS[told] = re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(told)), re.DOTALL)
    return _PATTERNS[told]
