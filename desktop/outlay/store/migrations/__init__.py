"""The schema's history: named steps, appended and never edited, each in its own transaction.

Three kinds of table, told apart by name. `fact_*`: only readers add; rates that priced them are facts too.
`derived_*`: dropped and rebuilt by one command with the same result. `owner_*`: only the owner's acts write.
`meta_*` is the file's own bookkeeping. Moments are whole milliseconds since 1970 in UTC; money is micro-units.
`file_ns` is when the log a row came from was last written: of copies that are equal, the oldest file's stands.
`store/schema.sql` shows the outcome and is compared by a test.
"""

from pathlib import Path

_NAMES = (
    "m0001_first",
    "m0002_reported_units_and_attestations",
    "m0003_files_of_events_and_corrections",
    "m0004_landed_reverts",
    "m0005_files_of_facts",
    "m0006_hours",
    "m0007_what_spend_went_into",
    "m0008_stand_ins_and_turns_of_files",
    "m0009_groups_of_projects",
    "m0010_follow_ups_with_row_ids",
    "m0011_accounts",
    "m0012_calls_apart",
    "m0013_reviews",
    "m0014_share_log",
)

MIGRATIONS: tuple[tuple[str, str], ...] = tuple(
    (name, (Path(__file__).parent / f"{name}.sql").read_text(encoding="utf-8")) for name in _NAMES
)
"""Name and SQL of every step, in order."""
