"""The second reading process: `outlay reader`, started by a large reading and by nobody else."""

import gc
import sys
from functools import partial

from outlay.readers.interface import PackLines
from outlay.readers.logs import READERS
from outlay.system.line_hashes import line_packer
from outlay.system.reading_process import Link, own_command
from outlay.use_cases.log_work import ReadAll
from outlay.use_cases.read_for_another import read_for_another
from outlay.use_cases.read_together import read_together

READER = "reader"


def with_second_reader(pack_lines: PackLines, seed: int) -> ReadAll:
    """Reading in this process and in one more of this program."""
    return read_together(pack_lines, seed, partial(Link, own_command(READER)))


def run_reader() -> None:
    """Be the second process: read for the one at the other end of standard input and output until it ends."""
    gc.disable()  # Facts are in no circles, and this process lives for one reading.
    read_for_another(READERS, line_packer, sys.stdin.buffer, sys.stdout.buffer)
