"""Sentences that the command line and the screen share, in the screen's words."""

_ON_SCREEN = (
    ("outlay repositories list", "Repositories in the menu"),
    ("outlay identities list", "Commit e-mails in the menu"),
    ("outlay sources", "Sources"),
    ("Run outlay sync.", "Refresh reads the logs."),
    ("another sync", "another reading"),
    ("Another sync", "Another reading"),
    ("the next sync", "the next refresh"),
    ("The next sync", "The next refresh"),
    ("then sync", "then refresh"),
)


def on_screen(sentence: str) -> str:
    """A sentence with commands named as the screen's own buttons."""
    for command, shown in _ON_SCREEN:
        sentence = sentence.replace(command, shown)
    return sentence
