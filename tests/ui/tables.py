"""Tables in the shapes of the pages, with the week all pictures tell."""

from outlay.domain.pictures import Mark
from outlay.domain.tables import Bar, Cell, Column, Density, Kind, Link, Row, RowState, Table, Tone

DOT = Mark.PULL_REQUEST


def item(key: str, mark: Mark, title: str, second: str, direct: float | None, context: float | None) -> Row:
    if direct is None:
        none = Cell("no agent seen", tone=Tone.QUIET)
        return Row(key, (Cell(title, second, mark=mark), None, None, none), spoken=f"{title}, no agent seen")
    bar = Bar(direct / 22, (context or 0) / 22)
    money = Cell(two(direct), strong=True, sort=direct, exact=f"{direct:.4f}")
    beside = Cell(f"+ {two(context)[1:]}", sort=context) if context else None
    cells = (Cell(title, second, mark=mark), Cell(bar=bar), money, beside)
    return Row(key, cells, spoken=f"{title}, {two(direct)} direct")


def two(amount: float) -> str:
    return f"${amount:.0f}" if amount >= 10 else f"${amount:.2f}" if amount < 1 else f"${amount:.1f}"


def what_shipped() -> Table:
    columns = (
        Column("item"),
        Column("bar", kind=Kind.BAR, width=112, hides_below=420),
        Column("direct", "Direct", Kind.MONEY, width=46),
        Column("context", "Context", Kind.CONTEXT, width=46),
    )
    rows = (
        item("482", DOT, "Idempotent webhook retries", "api #482", 21, 3.0),
        item("310", DOT, "Invoice table: keyboard navigation", "web #310", 12, 1.6),
        item("207", Mark.TICKET, "Choose a queue library", "HBR-207", 5.2, None),
        item("485", DOT, "Fix rounding in tax totals", "api #485", 4.8, 0.70),
        item("312", DOT, "Upgrade date picker", "web #312", 3.6, 1.2),
        item("97", DOT, "Cache CI dependencies", "infra #97", 2.4, None),
        item("9f31c2a", Mark.COMMIT, "Raise deploy timeout", "infra 9f31c2a", None, None),
    )
    return Table(columns, rows, "What shipped", "What shipped, 7 items", density=Density.COMPACT, inset=0)


def where_it_went() -> Table:
    columns = (
        Column("part"),
        Column("direct", "Direct", Kind.MONEY),
        Column("context", "Context", Kind.CONTEXT),
        Column("together", "Together", Kind.MONEY),
    )

    def part(name, second, *money, state=RowState.PLAIN, sign=""):
        cells = [Cell(name, second), *(Cell(text) if text else None for text in money[:-1])]
        cells.append(Cell(money[-1], sign=sign))
        return Row(name, tuple(cells), state=state, opens=False)

    rows = (
        part("Shipped", "6 with an agent", "49.00", "6.50", "$55.50"),
        part("Still open", "2", "15.50", "2.20", "17.70"),
        part("Set aside", "1", "5.70", "0.40", "6.10"),
        part("Not linked", "3 reasons", "", "", "8.10", state=RowState.QUIET),
        part("No price", "14 requests", "", "", "unknown", state=RowState.QUIET),
        part("All", "", "70.20", "9.10", "$87.40", state=RowState.GRAND_TOTAL, sign="\u2265"),
    )
    return Table(columns, rows, "Where it went", "Where it went", density=Density.COMPACT, inset=0)


SHIPPED_COLUMNS = (
    Column("item", "Item", sorts=True),
    Column("closed", "Closed", width=50, minimum=44, sorts=True),
    Column("days", "Days", Kind.FIGURE, width=28, sorts=True, hides_below=420),
    Column("direct", "Direct", Kind.MONEY, width=50, sorts=True),
    Column("context", "Context", Kind.CONTEXT, width=46),
    Column("evidence", "Evidence", Kind.CHIP, width=80),
)


def shipped_row(key, mark, title, second, closed, days, money, word) -> Row:
    direct, context = money
    chip = Cell(word, bar=Bar(1 - (context or 0) / 27, (context or 0) / 27) if direct else None)
    cells = (
        Cell(title, second, mark=mark, sort=title),
        Cell(closed, sort=closed),
        Cell(f"{days:.1f}", sort=days),
        Cell(two(direct), strong=True, sort=direct, exact=f"{direct:.2f}") if direct else None,
        Cell(f"+ {two(context)[1:]}") if context else None,
        chip,
    )
    spoken = f"{title}, {second}, {two(direct) if direct else 'no agent seen'}"
    return Row(key, cells, level=1, spoken=spoken)


def group(key: str, name: str, count: str, **more) -> Row:
    return Row(
        key, (Cell(name, count),), state=RowState.GROUP, opens=False, spoken=f"{name}, {count}", **more
    )


def shipped(*, folds: bool = False) -> Table:
    told = {"expandable": folds, "expanded": folds}
    rows = (
        group("api", "harbor/api", "2 items", **told),
        shipped_row(
            "482",
            DOT,
            "Idempotent webhook retries",
            "#482, HBR-214, feature",
            "Thu 19",
            6.3,
            (27, 3.0),
            "text",
        ),
        shipped_row(
            "485", DOT, "Fix rounding in tax totals", "#485, HBR-219, fix", "Tue 17", 0.9, (4.8, 0.7), "text"
        ),
        group("web", "harbor/web", "2 items", **told),
        shipped_row(
            "310", DOT, "Invoice table keyboard", "#310, HBR-220, feature", "Wed 18", 2.2, (12, 1.6), "text"
        ),
        shipped_row("312", DOT, "Upgrade date picker", "#312, chore", "Fri 20", 1.1, (3.6, 1.2), "branch"),
        group("infra", "harbor/infra", "2 items", **told),
        shipped_row("97", DOT, "Cache CI dependencies", "#97, chore", "Mon 16", 3.0, (3.9, None), "text"),
        shipped_row(
            "9f3",
            Mark.COMMIT,
            "Raise deploy timeout",
            "9f31c2a, chore",
            "Wed 18",
            0.1,
            (None, None),
            "no agent seen",
        ),
        group("none", "Without commits", "1 item", **told),
        shipped_row(
            "207", Mark.TICKET, "Choose a queue library", "HBR-207, design", "Thu 19", 1.6, (5.2, None), "you"
        ),
        Row(
            "all",
            (Cell("7 items"), None, None, Cell("$56.50"), Cell("+ 6.50")),
            state=RowState.GRAND_TOTAL,
            spoken="7 items, $56.50 direct",
            opens=False,
        ),
    )
    return Table(SHIPPED_COLUMNS, rows, spoken="Shipped", two_line=True, sorted_by="direct", descending=True)


def spend() -> Table:
    columns = (
        Column("project", "Project, then session", minimum=180),
        Column("models", "Models", width=84, style="small", hides_below=800),
        Column("sessions", "Sessions", Kind.FIGURE, width=54),
        Column("requests", "Requests", Kind.FIGURE, width=56),
        Column("read", "Cache read", Kind.FIGURE, width=68),
        Column("output", "Output", Kind.FIGURE, width=54, hides_below=800),
        Column("went", "Went to", Kind.BAR, width=150, minimum=80, style="small"),
        Column("value", "List value", Kind.MONEY, width=62),
    )
    hue = "tool.claude_code"

    def head(key, name, second, numbers, share, value, *, expanded=False):
        cells = (
            Cell(name, second, strong=True),
            None,
            *(Cell(number) for number in numbers),
            Cell(bar=Bar(share, hue=hue)),
            Cell(value, strong=True),
        )
        return Row(key, cells, expandable=True, expanded=expanded, opens=False, spoken=f"{name}, {value}")

    def session(key, when, branch, models, numbers, went, value):
        cells = (
            Cell(when, branch),
            Cell(models),
            None,
            *(Cell(number) for number in numbers),
            went,
            Cell(value),
        )
        return Row(key, cells, level=1, spoken=f"{when}, {branch}, {value}")

    def to(text, mark=DOT):
        return Cell(text, mark=mark)

    rows = (
        head("api", "harbor/api", "", ("9", "1,204", "67 M", "0.52 M"), 1.0, "$37.40", expanded=True),
        session(
            "a1",
            "Thu 14:05",
            "HBR-214-webhook",
            "opus, haiku",
            ("291", "21.2 M", "158 k"),
            to("#482"),
            "9.60",
        ),
        session("a2", "Tue 13:40", "HBR-219-rounding", "opus", ("162", "11.6 M", "88 k"), to("#485"), "5.30"),
        session(
            "a3",
            "Fri 11:15",
            "HBR-231-rate-limit",
            "sonnet",
            ("171", "9.9 M", "52 k"),
            to("#488, open", Mark.OPEN),
            "4.40",
        ),
        Row(
            "more",
            (
                Cell("4 more sessions", link=Link("Show", "api"), tone=Tone.SECOND),
                None,
                None,
                Cell("322"),
                Cell("7.2 M"),
                Cell("90 k"),
                Cell("2 set aside or not linked", wide=True),
                Cell("9.30"),
            ),
            level=1,
            opens=False,
        ),
        head("web", "harbor/web", "", ("8", "655", "14 M", "0.15 M"), 0.5, "$18.90"),
        session("w1", "Mon 10:30", "HBR-220-table", "opus", ("140", "8.0 M", "61 k"), to("#310"), "4.60"),
        head("infra", "harbor/infra", "", ("4", "148", "2.6 M", "34 k"), 0.12, "$4.30"),
        head("outside", "Outside a repository", "2 folders", ("2", "31", "0.4 M", "6 k"), 0.02, "$0.80"),
        Row(
            "all",
            (
                Cell("Claude Code"),
                None,
                Cell("23"),
                Cell("2,038"),
                Cell("84 M"),
                Cell("0.71 M"),
                None,
                Cell("$61.40"),
            ),
            state=RowState.GRAND_TOTAL,
            opens=False,
        ),
    )
    return Table(columns, rows, spoken="Spend by project")


def sources() -> Table:
    columns = (
        Column("tool", "Tool logs", width=126),
        Column("where", "Where it looks", width=180, minimum=120, mono=True),
        Column("state", "State", width=76),
        Column("read", "Last read", width=62),
        Column("note", "", wraps=True, style="small"),
    )
    reading = Cell("Reading", mark=DOT, hue="status.fresh", tone=Tone.INK)
    rows = (
        Row(
            "claude",
            (
                Cell("Claude Code", strong=True),
                Cell("~/.claude/projects"),
                reading,
                Cell("09:12"),
                Cell("214 files. It deletes after 30 days; Outlay keeps the figures."),
            ),
        ),
        Row(
            "codex",
            (
                Cell("Codex", strong=True),
                Cell("~/.codex/sessions"),
                reading,
                Cell("09:12"),
                Cell("96 files. Limits for 5 hours and a week are in the log."),
            ),
        ),
        Row(
            "cursor",
            (
                Cell("Cursor", strong=True),
                Cell("~/.config/Cursor/User"),
                reading,
                Cell("09:12"),
                Cell(
                    "14 requests name the model \u201cauto\u201d: no price known.",
                    link=Link("Set one", "price"),
                ),
            ),
        ),
        Row(
            "gemini",
            (
                Cell("Gemini CLI", strong=True),
                Cell("~/.gemini/tmp"),
                Cell("Not found", mark=Mark.ABSENT, tone=Tone.QUIET),
            ),
        ),
        Row(
            "billing",
            (
                Cell("Anthropic billing", strong=True),
                Cell("cost by UTC day"),
                Cell("Failing", mark=Mark.FAILING, tone=Tone.FAILING),
                Cell("Fri 09:10"),
                Cell("Next try 09:40, third of today. Key in the system keyring."),
            ),
        ),
    )
    return Table(columns, rows, spoken="Tool logs", density=Density.ROOMY, inset=0)


def money() -> Table:
    columns = (
        Column("part"),
        Column("list", "List value", Kind.MONEY, width=62),
        Column("billed", "Billed", Kind.MONEY, width=62),
        Column("residual", "Residual", Kind.MONEY, width=56),
        Column("cash", "Cash", Kind.MONEY, width=74),
    )

    def row(key, name, second, *texts, state=RowState.PLAIN, signs=("", "", "", "")):
        cells = [Cell(name, second) if name else None]
        cells += [Cell(text, sign=sign) if text else None for text, sign in zip(texts, signs, strict=True)]
        return Row(key, tuple(cells), level=int(state is RowState.PLAIN), state=state, opens=False)

    at_least = ("\u2265", "", "", "~")
    total = RowState.TOTAL
    rows = (
        Row("nov", (Cell("November", "to Sun 22"),), state=RowState.GROUP, opens=False),
        row(
            "n1",
            "Anthropic",
            "key, metered",
            "158.30",
            "148.90",
            "\u2212 9.40",
            "158.80",
            signs=("", "", "", "~"),
        ),
        row("n2", "OpenAI", "ChatGPT Plus", "49.70", "plan", "", "14.67"),
        row("n3", "Cursor", "Pro", "17.00", "plan", "", "14.67", signs=("\u2265", "", "", "")),
        row("nt", "", "", "225.00", "148.90", "\u2212 9.40", "188.14", state=total, signs=at_least),
        Row("oct", (Cell("October"),), state=RowState.GROUP, opens=False),
        row("o1", "Anthropic", "key, metered", "231.80", "233.65", "+ 1.85", "233.65"),
        row("o2", "OpenAI", "ChatGPT Plus", "64.20", "plan", "", "20.00"),
        row("ot", "", "", "320.10", "233.65", "+ 1.85", "273.65", state=total),
        row(
            "all",
            "Two months",
            "",
            "$545.10",
            "$382.55",
            "\u2212 $7.55",
            "$461.79",
            state=RowState.GRAND_TOTAL,
            signs=at_least,
        ),
    )
    return Table(columns, rows, spoken="Money by month", density=Density.COMPACT, inset=0)


def many(count: int = 3_000) -> Table:
    """As many items as a year holds, in groups."""
    rows = []
    for number in range(count):
        if number % 60 == 0:
            rows.append(group(f"g{number}", f"harbor/part-{number // 60}", "60 items"))
        amount = (number * 37 % 4000) / 100 + 0.05
        title = f"Item {number:04d}: keep what a week of work was about in mind"
        rows.append(
            shipped_row(
                f"i{number}",
                DOT,
                title,
                f"#{number}, HBR-{number}, feature",
                "Thu 19",
                number % 90 / 10,
                (amount, amount / 9),
                "text",
            )
        )
    total = (Cell(f"{count:,} items"), None, None, Cell("$61,234.50"), Cell("+ 6,804.00"))
    rows.append(Row("all", total, state=RowState.GRAND_TOTAL, opens=False))
    return Table(SHIPPED_COLUMNS, tuple(rows), spoken="Shipped", two_line=True)


def wrapping() -> Table:
    """The ledger whose titles are broken into lines before they are cut."""
    table = what_shipped()
    first = table.columns[0]._replace(wraps=True, minimum=150)
    return table._replace(columns=(first, *table.columns[1:]))
