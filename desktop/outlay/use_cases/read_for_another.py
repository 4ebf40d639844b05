"""The second reading process: reads the files it is asked for, keeps nothing, and ends with its asker."""

from collections.abc import Callable, Iterable
from typing import IO

from outlay.readers.interface import LogReader, PackLines
from outlay.system.reading_process import read_frame, write_frame
from outlay.use_cases.log_work import Work, batches_of
from outlay.use_cases.reading_wire import FILE_DONE, hello_in, packed, wish_in


def read_for_another(
    readers: Iterable[LogReader],
    packer: Callable[[int], PackLines],
    wishes: IO[bytes],
    answers: IO[bytes],
) -> None:
    """Answer wishes until there are no more, or until nobody listens.

    Args:
        readers: the sources there are.
        packer: makes the line hash of a seed.
        wishes: a greeting, then files to read. See reading_wire.py.
        answers: takes what was read.
    """
    hello = hello_in(read_frame(wishes) or b"")
    if hello is None:
        return
    by_name = {reader.reader_id: reader for reader in readers}
    pack_lines = packer(hello.seed)
    while (frame := read_frame(wishes)) is not None:
        wish = wish_in(frame)
        work = Work(by_name[wish.reader], wish.file, wish.bookmark, hello.probes[wish.reader])
        try:
            _answer(work, pack_lines, answers)
        except OSError:
            return


def _answer(work: Work, pack_lines: PackLines, answers: IO[bytes]) -> None:
    for batch in batches_of(work, pack_lines):
        write_frame(answers, packed(batch))
    write_frame(answers, FILE_DONE)
