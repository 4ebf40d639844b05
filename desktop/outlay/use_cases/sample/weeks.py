"""What each day of the sample's weeks took at list price, and the sessions that wrote nothing."""

from outlay.use_cases.sample.story import NOTES, Aside, Tool

Cents = tuple[int, int, int]
"""Of Claude Code, Codex and Cursor."""

_OFF: Cents = (0, 0, 0)

WEEKS: tuple[tuple[Cents, ...], ...] = (
    ((980, 420, 60), (1240, 380, 90), (1120, 260, 0), (860, 410, 0), (760, 330, 0)),
    ((980, 350, 90), (1420, 300, 140), (520, 610, 60), (2120, 490, 200), (1100, 210, 150)),
    ((1010, 340, 0), (1120, 0, 140), (1090, 0, 250), (1000, 310, 0), (1450, 440, 0)),
    ((1080, 0, 0), (1310, 0, 0), (620, 680, 0), (870, 540, 0), (1060, 450, 0)),
    ((880, 490, 0), (1120, 510, 0), (1350, 0, 0), (730, 380, 0), (0, 370, 0)),
    ((1040, 0, 0), (720, 0, 0), (430, 480, 0), (820, 390, 0), (680, 420, 0)),
    ((860, 0, 0), (5140, 0, 0), (0, 470, 0), (1490, 560, 0), (1890, 610, 0)),
    (_OFF, (0, 860, 0), _OFF, _OFF, _OFF),
    ((1040, 0, 0), (1490, 410, 0), (1320, 360, 0), (940, 0, 0), (0, 720, 0)),
    ((980, 0, 0), (1080, 430, 0), (910, 370, 0), (460, 320, 0), (0, 630, 0)),
    ((890, 0, 0), _OFF, _OFF, (180, 0, 0), (690, 0, 0)),
    ((1020, 0, 0), (1180, 0, 0), (1090, 0, 0), (760, 0, 0), (680, 0, 0)),
    ((1460, 0, 0), (1260, 0, 0), (1120, 0, 0), (1190, 0, 0), (870, 0, 0)),
    ((740, 0, 0), (880, 0, 0), (960, 0, 0), (990, 0, 0), (630, 0, 0)),
)
"""By week and weekday, the running week first. In week 7 was a holiday, in week 10 a conference."""

ASIDES = (
    Aside(13, 2, "api", "How are exchange rates loaded", 190),
    Aside(12, 1, NOTES, "Which bank formats are there", 210),
    Aside(11, 0, "web", "Where are dialogs opened", 160),
    Aside(10, 3, NOTES, "Sum up the talks of the day", 180),
    Aside(9, 0, "infra", "Explain the pipeline", 230),
    Aside(8, 3, NOTES, "What does the audit ask for", 220),
    Aside(6, 1, "api", "Make the migration test pass", 4030, of="Move ledger jobs to the new queue"),
    Aside(6, 4, NOTES, "Write the incident down", 160),
    Aside(5, 2, NOTES, "Plan the week", 130),
    Aside(4, 2, "api", "What else uses the payer", 210),
    Aside(3, 1, "web", "Why is the table slow", 290),
    Aside(2, 0, NOTES, "Compare table libraries", 140),
    Aside(1, 1, NOTES, "Compare queue libraries", 260),
    Aside(1, 3, "web", "How does the date picker load", 120),
    Aside(1, 4, NOTES, "Draft answers for the 1:1", 90),
    Aside(0, 1, NOTES, "Read the statement formats", 110),
)

LINKED_BY_HAND = ("Compare queue libraries", "HBR-207")
"""The session whose answer became the ticket."""

UNPRICED = ((1, 3, 9), (1, 4, 5))
"""Week, weekday and number of requests to a model of the company's own, which no price list knows."""

METERED = frozenset({"Terraform for the queue", "Back up the ledger each night", "Cache CI dependencies"})
"""Works for which the tools ran on the company's key, not on the plan."""

TOOLS = (Tool.CLAUDE, Tool.CODEX, Tool.CURSOR)
"""In the order of the amounts."""
