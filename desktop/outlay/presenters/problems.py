"""One sentence for every kind of problem: state, consequence, next step."""

from outlay.domain.problems import Problem, ProblemKind
from outlay.presenters.words import counted

_SENTENCES: dict[ProblemKind, tuple[str, str]] = {
    ProblemKind.NOT_JSON: (
        "line",
        "{n} could not be read as JSON, so figures may miss their use. An update of Outlay may help.",
    ),
    ProblemKind.NOT_TEXT: (
        "line",
        "{n} held bytes that are not text, so figures may miss their use. Nothing else is affected.",
    ),
    ProblemKind.WRONG_TYPE: (
        "line",
        "{n} held a value of an unexpected kind, so that value is unknown. An update of Outlay may help.",
    ),
    ProblemKind.TOO_LONG: (
        "line",
        "{n} passed the length limit, so figures may miss their use. The rest of the file was read.",
    ),
    ProblemKind.NO_TIME: (
        "record",
        "{n} without a time. The time of the line before, or of the file, stands in, so their day may be off.",
    ),
    ProblemKind.CLOCK: (
        "record",
        "{n} more than a day later than the file itself, so their day may be off. Check the clock of this machine.",
    ),
    ProblemKind.UNKNOWN_RECORD: (
        "record",
        "{n} in a form Outlay does not know, so left out. An update of Outlay may help.",
    ),
    ProblemKind.UNREADABLE: (
        "file",
        "{n} could not be opened, so figures may miss their use. Check who may read the folder.",
    ),
    ProblemKind.VANISHED: (
        "file",
        "{n} went away while being read. What was read before is kept.",
    ),
    ProblemKind.HELD: (
        "file",
        "{n} held by the program that writes it. It is read at the next sync; nothing is lost.",
    ),
    ProblemKind.LINK_CIRCLE: (
        "link",
        "{n} back to a folder already read, so not followed. Nothing is counted twice.",
    ),
    ProblemKind.REPLACED: (
        "file",
        "{n} cut short or replaced since the last reading, so read anew. What was read before is kept.",
    ),
    ProblemKind.COUNTER_FELL: (
        "time",
        "A running token count fell {n}, so use around it may be missing.",
    ),
    ProblemKind.PARENT_MISSING: (
        "session",
        "{n} copied from a session whose log is gone. What was copied cannot be told apart and is counted.",
    ),
    ProblemKind.NO_MODEL: (
        "request",
        "{n} without a model's name, so the price is unknown or assumed.",
    ),
    ProblemKind.CONFLICT: (
        "record",
        "{n} stood in two logs with different counts. The fuller one is counted, once.",
    ),
    ProblemKind.REPOSITORY_GONE: (
        "repository",
        "{n} not found where it was, so newer work is not shown. Add it again under its new path.",
    ),
    ProblemKind.REPOSITORY_FOREIGN: (
        "repository",
        "{n} owned by another user, so git refuses to read it. Add it to git's safe.directory to read it.",
    ),
    ProblemKind.REPOSITORY_BARE: (
        "repository",
        "{n} without a working copy, so agents' paths cannot be matched. Commits are still read.",
    ),
    ProblemKind.REPOSITORY_SHALLOW: (
        "repository",
        "{n} cloned without its full history, so older work is not shown. Run git fetch --unshallow there.",
    ),
    ProblemKind.REPOSITORY_BUSY: (
        "repository",
        "{n} locked by another git command. It is read at the next look.",
    ),
    ProblemKind.GIT_FAILED: (
        "repository",
        "{n} gave no answer from git, so newer work is not shown. Run git status there to see why.",
    ),
    ProblemKind.GIT_SLOW: (
        "repository",
        "{n} took too long to answer. The rest is read at the next look.",
    ),
    ProblemKind.STORE: (
        "write",
        "{n} to Outlay's file failed, so newer use is not shown. Check that the disk has room.",
    ),
    ProblemKind.NO_BACKUP: (
        "backup",
        "{n} could not be made; every figure is kept all the same. Check the room and rights of the data folder.",
    ),
    ProblemKind.STALE: (
        "look",
        "{n} brought nothing new where something was due. Older figures stay as they are.",
    ),
}


def problem_sentence(problem: Problem) -> str:
    """What a problem is, what follows from it and what the owner can do."""
    try:
        noun, sentence = _SENTENCES[ProblemKind(problem.kind)]
    except ValueError:
        return f"{counted(problem.times, 'record')} could not be used, so figures may miss their use."
    return sentence.format(n=counted(problem.times, noun))
