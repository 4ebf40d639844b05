"""One sentence for every kind of problem: state, consequence, next step."""

from outlay.domain.problems import Problem, ProblemKind
from outlay.presenters.tongue import Forms, plural

_SENTENCES: dict[ProblemKind, Forms] = {
    ProblemKind.NOT_JSON: Forms(
        "{n} line could not be read as JSON, so figures may miss their use. An update of Outlay may help.",
        "{n} lines could not be read as JSON, so figures may miss their use. An update of Outlay may help.",
    ),
    ProblemKind.NOT_TEXT: Forms(
        "{n} line held bytes that are not text, so figures may miss their use. Nothing else is affected.",
        "{n} lines held bytes that are not text, so figures may miss their use. Nothing else is affected.",
    ),
    ProblemKind.WRONG_TYPE: Forms(
        "{n} line held a value of an unexpected kind, so that value is unknown. An update of Outlay may help.",
        "{n} lines held a value of an unexpected kind, so that value is unknown. An update of Outlay may help.",
    ),
    ProblemKind.TOO_LONG: Forms(
        "{n} line passed the length limit, so figures may miss their use. The rest of the file was read.",
        "{n} lines passed the length limit, so figures may miss their use. The rest of the file was read.",
    ),
    ProblemKind.NO_TIME: Forms(
        "{n} record without a time. The time of the line before, or of the file, stands in, so their day may be off.",
        "{n} records without a time. The time of the line before, or of the file, stands in, so their day may be off.",
    ),
    ProblemKind.CLOCK: Forms(
        "{n} record more than a day later than the file itself, so their day may be off. Check the clock of this machine.",
        "{n} records more than a day later than the file itself, so their day may be off. Check the clock of this machine.",
    ),
    ProblemKind.UNKNOWN_RECORD: Forms(
        "{n} record in a form Outlay does not know, so left out. An update of Outlay may help.",
        "{n} records in a form Outlay does not know, so left out. An update of Outlay may help.",
    ),
    ProblemKind.UNREADABLE: Forms(
        "{n} file could not be opened, so figures may miss their use. Check who may read the folder.",
        "{n} files could not be opened, so figures may miss their use. Check who may read the folder.",
    ),
    ProblemKind.VANISHED: Forms(
        "{n} file went away while being read. What was read before is kept.",
        "{n} files went away while being read. What was read before is kept.",
    ),
    ProblemKind.HELD: Forms(
        "{n} file held by the program that writes it. It is read at the next sync; nothing is lost.",
        "{n} files held by the program that writes it. It is read at the next sync; nothing is lost.",
    ),
    ProblemKind.LINK_CIRCLE: Forms(
        "{n} link back to a folder already read, so not followed. Nothing is counted twice.",
        "{n} links back to a folder already read, so not followed. Nothing is counted twice.",
    ),
    ProblemKind.REPLACED: Forms(
        "{n} file cut short or replaced since the last reading, so read anew. What was read before is kept.",
        "{n} files cut short or replaced since the last reading, so read anew. What was read before is kept.",
    ),
    ProblemKind.COUNTER_FELL: Forms(
        "A running token count fell {n} time, so use around it may be missing.",
        "A running token count fell {n} times, so use around it may be missing.",
    ),
    ProblemKind.PARENT_MISSING: Forms(
        "{n} session copied from a session whose log is gone. What was copied cannot be told apart and is counted.",
        "{n} sessions copied from a session whose log is gone. What was copied cannot be told apart and is counted.",
    ),
    ProblemKind.NO_MODEL: Forms(
        "{n} request without a model's name, so the price is unknown or assumed.",
        "{n} requests without a model's name, so the price is unknown or assumed.",
    ),
    ProblemKind.CONFLICT: Forms(
        "{n} record stood in two logs with different counts. The fuller one is counted, once.",
        "{n} records stood in two logs with different counts. The fuller one is counted, once.",
    ),
    ProblemKind.REPOSITORY_GONE: Forms(
        "{n} repository not found where it was, so newer work is not shown. Add it again under its new path.",
        "{n} repositories not found where it was, so newer work is not shown. Add it again under its new path.",
    ),
    ProblemKind.REPOSITORY_FOREIGN: Forms(
        "{n} repository owned by another user, so git refuses to read it. Add it to git's safe.directory to read it.",
        "{n} repositories owned by another user, so git refuses to read it. Add it to git's safe.directory to read it.",
    ),
    ProblemKind.REPOSITORY_BARE: Forms(
        "{n} repository without a working copy, so agents' paths cannot be matched. Commits are still read.",
        "{n} repositories without a working copy, so agents' paths cannot be matched. Commits are still read.",
    ),
    ProblemKind.REPOSITORY_SHALLOW: Forms(
        "{n} repository cloned without its full history, so older work is not shown. Run git fetch --unshallow there.",
        "{n} repositories cloned without its full history, so older work is not shown. Run git fetch --unshallow there.",
    ),
    ProblemKind.REPOSITORY_BUSY: Forms(
        "{n} repository locked by another git command. It is read at the next look.",
        "{n} repositories locked by another git command. It is read at the next look.",
    ),
    ProblemKind.GIT_FAILED: Forms(
        "{n} repository gave no answer from git, so newer work is not shown. Run git status there to see why.",
        "{n} repositories gave no answer from git, so newer work is not shown. Run git status there to see why.",
    ),
    ProblemKind.GIT_SLOW: Forms(
        "{n} repository took too long to answer. The rest is read at the next look.",
        "{n} repositories took too long to answer. The rest is read at the next look.",
    ),
    ProblemKind.STORE: Forms(
        "{n} write to Outlay's file failed, so newer use is not shown. Check that the disk has room.",
        "{n} writes to Outlay's file failed, so newer use is not shown. Check that the disk has room.",
    ),
    ProblemKind.NO_BACKUP: Forms(
        "{n} backup could not be made; every figure is kept all the same. Check the room and rights of the data folder.",
        "{n} backups could not be made; every figure is kept all the same. Check the room and rights of the data folder.",
    ),
    ProblemKind.STALE: Forms(
        "{n} look brought nothing new where something was due. Older figures stay as they are.",
        "{n} looks brought nothing new where something was due. Older figures stay as they are.",
    ),
}
_UNKNOWN = Forms(
    "{n} record could not be used, so figures may miss their use.",
    "{n} records could not be used, so figures may miss their use.",
)


def problem_sentence(problem: Problem) -> str:
    """What a problem is, what follows from it and what the owner can do."""
    try:
        forms = _SENTENCES[ProblemKind(problem.kind)]
    except ValueError:
        forms = _UNKNOWN
    return plural(problem.times, *forms)
