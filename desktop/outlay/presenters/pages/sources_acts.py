"""What the Sources page says of acts: what goes and what stays before, what was done after."""

from outlay.domain.machine import Deleted, Exported, ExportProgress, Forgotten, MachineFacts
from outlay.domain.pictures import FaceState
from outlay.domain.words import Notice, Run
from outlay.presenters.advice import on_screen
from outlay.presenters.paths import short_path
from outlay.presenters.sizes import size_text
from outlay.presenters.tongue import number, plural, tr
from outlay.presenters.words import joined, sentences

_NAMED = 4


def delete_sentences(facts: MachineFacts, home: str) -> tuple[str, ...]:
    """What goes when everything is deleted, and what stays."""
    return (
        tr(
            "Everything in {folder} goes: {rows} requests, links, groups and backups, {size} in all. "
            "The settings and the entry that starts Outlay go too.",
            folder=short_path(facts.data_folder, home),
            rows=number(facts.rows),
            size=size_text(facts.folder_bytes),
        ),
        tr(
            "Logs that tools have deleted since cannot be read again, so their figures are gone for good. "
            "Export everything first to keep them."
        ),
        tr("Your tools' own logs, your repositories and files you exported stay as they are."),
        tr("An Outlay that runs in the tray reads your logs anew; quit it there first."),
    )


def forget_sentences(name: str) -> tuple[str, ...]:
    """What goes with a repository, and what stays."""
    return (
        tr("Commits, items and links read of {name} go, and backups that hold them.", name=name),
        tr("The repository itself stays as it is. What agents spent there stays too, as not linked."),
    )


def deleted_text(told: Deleted, home: str) -> str:
    """What was removed, and what stays because Outlay did not write it."""
    removed = _listed(told.removed, home)
    stays = (
        tr("{files} stay: Outlay did not write them.", files=_listed(told.stays, home)) if told.stays else ""
    )
    return sentences(
        tr("Removed: {files}", files=removed) if removed else tr("Nothing was stored here"),
        stays,
        _tokens_text(told.tokens),
    )


def _tokens_text(names: tuple[str, ...]) -> str:
    """Accounts whose token the keyring did not let go."""
    if not names:
        return ""
    return tr("The keyring did not let go of the token of {names}: remove it there", names=joined(names))


def forgotten_text(told: Forgotten) -> str:
    """What went with a repository."""
    commits = plural(told.commits, one="{n} commit", many="{n} commits")
    items = plural(told.items, one="{n} item", many="{n} items")
    words = plural(told.words_kept, one="{n} word of yours stays", many="{n} words of yours stay")
    first = tr("{name} is forgotten: {commits}, {items}", name=told.repository, commits=commits, items=items)
    return sentences(first, words if told.words_kept else "")


def export_text(progress: ExportProgress) -> str:
    """How far an export is."""
    if progress.rows_total is None:
        return plural(progress.rows, one="Writing, {n} row so far", many="Writing, {n} rows so far")
    return tr(
        "Writing, {rows} of {total} rows", rows=number(progress.rows), total=number(progress.rows_total)
    )


def exported_text(told: Exported, home: str) -> str:
    """Where the export lies, and how large it is."""
    return tr(
        "Written to {path}, {size}. It holds no prompt and no code; only you can read it.",
        path=short_path(str(told.path), home),
        size=size_text(told.size),
    )


def outcome_notice(found: object, home: str) -> Notice | None:
    """What came of an act, for those that say so. A token that stays is told before the first run begins anew."""
    if isinstance(found, Deleted):
        said = (Run(deleted_text(found, home)),)
        return Notice(said, FaceState.STALE, tr("Begin anew"), "first_run") if found.tokens else Notice(said)
    if isinstance(found, Forgotten):
        return Notice((Run(forgotten_text(found)),))
    return Notice((Run(exported_text(found, home)),)) if isinstance(found, Exported) else None


def _listed(paths: tuple[str, ...], home: str) -> str:
    """The first few paths, and how many more."""
    shown = [short_path(on_screen(path), home) for path in paths[:_NAMED]]
    if len(paths) > _NAMED:
        more = len(paths) - _NAMED
        shown.append(plural(more, one="{n} more", many="{n} more"))
    return ", ".join(shown)
