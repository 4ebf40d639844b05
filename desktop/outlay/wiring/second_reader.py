"""The second reading process: `outlay reader`, started by a first reading and by nobody else."""

import gc
import sys

from outlay.readers.logs import READERS
from outlay.system.line_hashes import line_packer
from outlay.use_cases.read_for_another import read_for_another

READER = "reader"


def run_reader() -> None:
    """Read for the process at the other end of standard input and output until it ends."""
    gc.disable()  # Facts are in no circles, and this process lives for one reading.
    read_for_another(READERS, line_packer, sys.stdin.buffer, sys.stdout.buffer)
