"""`python -m outlay` is the command line."""

from outlay.entry import run

run()
