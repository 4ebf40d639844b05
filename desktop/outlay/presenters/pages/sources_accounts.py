"""The accounts of the Sources page: how each stands, as a sentence, and the next step where there is one."""

from enum import StrEnum
from typing import NamedTuple

from outlay.domain.accounts import Account, AccountStanding, SecretPlace, Trouble
from outlay.domain.answers import PlaceState, Progress
from outlay.domain.moments import day_of
from outlay.domain.pictures import Mark
from outlay.presenters.accounts import counts_text, standing_text
from outlay.presenters.days import moment_text
from outlay.presenters.foot import account_progress_text
from outlay.presenters.pages.sources_tools import SourcesAnswer
from outlay.presenters.systems import system_name
from outlay.presenters.tongue import later, plural, tr
from outlay.presenters.words import sentences
from outlay.rules.account_pace import WAITS_FOR_THE_OWNER, may_be_asked, standing_state


class Step(StrEnum):
    """What the owner can do about how an account stands."""

    TOKEN = "token"  # noqa: S105  a name of a step
    EDIT = "edit"
    TRY = "try"
    STOP = "stop"
    GO_ON = "go_on"


class AccountLine(NamedTuple):
    """One account, in words."""

    key: str
    name: str
    where: str
    sentence: str
    mark: Mark
    step: Step | None = None
    can_try: bool = False
    """Whether it may be tried as it is, too: what stands in the way may lie elsewhere and pass."""

    @property
    def step_text(self) -> str:
        """What the button of the step says; empty without one."""
        return step_text(self.step) if self.step else ""


def step_text(step: Step) -> str:
    """What a button of a step says."""
    return tr(_STEPS[step])


def account_lines(answer: SourcesAnswer, progress: Progress | None) -> tuple[AccountLine, ...]:
    """Every account, in the order they were added; `progress` is of the reading that goes on."""
    return tuple(_line(one, answer, progress) for one in answer.accounts)


def no_account_text(answer: SourcesAnswer, *, sample: bool) -> str:
    """Why an account is worth connecting, while there is none."""
    if sample:
        return tr("Made-up data connects to no account.")
    if answer.accounts:
        return ""
    return tr(
        "A forge or tracker tells of your pull requests and tickets with their titles and times, which git does "
        "not know. Only the hosts of accounts you add are asked."
    )


def is_about_token(standing: AccountStanding) -> bool:
    """Whether another token is the next step, wherever it is kept."""
    return standing.trouble is not None and _STEP_OF.get(standing.trouble.trouble) is Step.TOKEN


def remove_sentences(standing: AccountStanding) -> tuple[str, ...]:
    """What goes with an account, and what stays."""
    kept = standing.pulls + standing.tickets
    stays = tr("What was read of it stays: {counts}.", counts=counts_text(standing)) if kept else ""
    return (_token_goes(standing.account), *filter(None, (stays,)))


def removed_text(account: Account) -> str:
    """What is said once it is removed."""
    if account.secret_place is SecretPlace.KEYRING:
        return tr("{name} is removed, and its token is out of the keyring.", name=account.name)
    return tr("{name} is removed.", name=account.name)


def _line(standing: AccountStanding, answer: SourcesAnswer, progress: Progress | None) -> AccountLine:
    account = standing.account
    where = tr("{system}, {host}", system=system_name(account.system), host=_host(account.address))
    if progress is not None and progress.account == account.name:
        sentence, mark, step = sentences(account_progress_text(progress)), Mark.NONE, Step.STOP
        return AccountLine(account.key, account.name, where, sentence, mark, step)
    if answer.paused and _is_unfinished(standing):
        sentence = tr("Reading is paused. What was read so far stays.")
        return AccountLine(account.key, account.name, where, sentence, Mark.NONE, Step.GO_ON)
    mark = _MARKS.get(standing_state(standing, answer.now), Mark.NONE)
    can_try = standing.trouble is not None and standing.trouble.trouble in _MAY_PASS
    said, asked = _sentence(standing, answer), _step(standing, answer)
    return AccountLine(account.key, account.name, where, said, mark, asked, can_try)


def _sentence(standing: AccountStanding, answer: SourcesAnswer) -> str:
    today = day_of(answer.now, answer.zone)
    said = standing_text(standing, system_name(standing.account.system), answer.zone, today)
    if standing.read is None:
        return said
    counts = tr("It tells of {counts}.", counts=counts_text(standing))
    if standing.trouble is not None:
        when = moment_text(standing.read, answer.zone, today)
        return f"{said} {tr('What it told is as of {when}.', when=when)} {counts}"
    asked = plural(
        standing.requests,
        "The last reading asked it {n} time.",
        "The last reading asked it {n} times.",
    )
    return f"{said} {counts} {asked}"


def _step(standing: AccountStanding, answer: SourcesAnswer) -> Step | None:
    if standing.trouble is None:
        return None
    step = _STEP_OF.get(standing.trouble.trouble, Step.TRY)
    if step is Step.TOKEN and standing.account.secret_place is not SecretPlace.KEYRING:
        return Step.EDIT
    return step if step is not Step.TRY or may_be_asked(standing, answer.now) else None


def _is_unfinished(standing: AccountStanding) -> bool:
    trouble = standing.trouble.trouble if standing.trouble else None
    return trouble is Trouble.INTERRUPTED or (trouble is None and standing.read is None)


def _token_goes(account: Account) -> str:
    if account.secret_place is SecretPlace.KEYRING:
        return tr("Nothing is asked of it any more, and its token goes out of the keyring.")
    if account.secret_place is SecretPlace.ENVIRONMENT:
        return tr(
            "Nothing is asked of it any more. The variable {variable} stays as it is.",
            variable=account.variable or "",
        )
    return tr("Nothing is asked of it any more. The login of GitHub's command line stays as it is.")


def _host(address: str) -> str:
    return address.removeprefix("https://")


_MARKS = {PlaceState.FAILING: Mark.FAILING, PlaceState.STALE: Mark.STALE}
_STEPS = {
    Step.TOKEN: later("Enter the token again\u2026"),
    Step.EDIT: later("Edit the account\u2026"),
    Step.TRY: later("Try now"),
    Step.STOP: later("Stop reading"),
    Step.GO_ON: later("Go on reading"),
}
_STEP_OF = {
    Trouble.REFUSED: Step.TOKEN,
    Trouble.NOT_ALLOWED: Step.TOKEN,
    Trouble.NO_SECRET: Step.TOKEN,
    Trouble.KEYRING_REFUSED: Step.TOKEN,
    Trouble.NOT_FOUND: Step.EDIT,
    Trouble.MOVED: Step.EDIT,
    Trouble.INSECURE: Step.EDIT,
    Trouble.SIGN_IN_PAGE: Step.EDIT,
    Trouble.UNEXPECTED: Step.EDIT,
}
"""What is not named here is worth another try."""
_MAY_PASS = frozenset(
    trouble for trouble, step in _STEP_OF.items() if step is Step.EDIT and trouble not in WAITS_FOR_THE_OWNER
)
"""A page to sign in at, an address that answers otherwise: gone perhaps once a VPN is there again."""
