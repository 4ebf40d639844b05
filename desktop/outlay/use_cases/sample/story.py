"""Who worked on what: an invented engineer, three invented repositories, five weeks of small work."""

from dataclasses import dataclass
from enum import Enum, auto

NAME = "Sample Engineer"
EMAIL = "sample@outlay.example"
REPOSITORIES = ("api", "web", "infra")
FIRST_NUMBERS = {"api": 474, "web": 301, "infra": 92}
"""The pull request number each repository's story begins with."""


class Way(Enum):
    """How a piece of work gets onto the default branch."""

    DIRECT = auto()
    SQUASH = auto()
    MERGE = auto()


class Agents(Enum):
    """Which tools took part."""

    NONE = auto()
    CLAUDE = auto()
    CODEX = auto()
    BOTH = auto()


@dataclass(frozen=True, slots=True)
class Work:
    """One piece of work, which writes one file.

    `landed` counts worked days back from today (0), -1 is not landed yet. `days` is on how many worked days,
    the landing's last, it was worked on.
    """

    landed: int
    repository: str
    title: str
    path: str
    way: Way = Way.SQUASH
    agents: Agents = Agents.CLAUDE
    days: int = 1
    weight: int = 3

    @property
    def branch(self) -> str:
        """Where it was worked on."""
        return "main" if self.way is Way.DIRECT else "-".join(self.title.lower().replace(":", "").split())

    @property
    def partly_by_hand(self) -> bool:
        """Whether the engineer wrote lines beside the agents'."""
        return self.days > 1

    def under_way(self, back: int) -> bool:
        """Whether it was worked on so many worked days ago."""
        return self.landed <= back < self.landed + self.days


_DIRECT, _MERGE = Way.DIRECT, Way.MERGE
_NONE, _CODEX, _BOTH = Agents.NONE, Agents.CODEX, Agents.BOTH

WORK = (
    Work(24, "infra", "Describe the deploy steps", "docs/deploy.md", _DIRECT, _NONE),
    Work(24, "api", "Import bank statements", "billing/bank_statements.py", agents=_CODEX),
    Work(23, "web", "Show payout dates", "src/payout_dates.ts", _DIRECT),
    Work(22, "api", "Lock an invoice once it is paid", "billing/paid_invoices.py", days=2),
    Work(21, "infra", "Back up the ledger each night", "jobs/ledger_backup.yaml", agents=_CODEX),
    Work(20, "web", "Filter invoices by customer", "src/customer_filter.ts", days=2),
    Work(19, "api", "Round half to even in exchange", "billing/exchange.py", agents=_CODEX),
    Work(18, "web", "Keyboard help in the footer", "src/keyboard_help.ts", _DIRECT),
    Work(17, "web", "Print view for statements", "src/print_view.ts", days=2),
    Work(17, "api", "Drop the old webhook table", "migrations/webhook_table.py", _DIRECT, _NONE),
    Work(16, "infra", "Split the build in two stages", "ci/build_stages.yaml", agents=_CODEX),
    Work(15, "api", "Retry failed payouts once a day", "billing/payouts.py", days=2),
    Work(14, "web", "Sort invoices by due date", "src/due_dates.ts", agents=_CODEX, days=2),
    Work(13, "api", "Name the tax region in totals", "billing/tax_regions.py"),
    Work(12, "infra", "Rotate the access logs", "jobs/access_logs.yaml", _DIRECT, _CODEX, weight=2),
    Work(12, "web", "Fix focus loss in dialogs", "src/dialog_focus.ts", _DIRECT, _NONE),
    Work(11, "web", "Remember column widths", "src/column_widths.ts"),
    Work(10, "api", "Refund part of an invoice", "billing/refunds.py", agents=_BOTH, days=3),
    Work(9, "infra", "Alert on slow queues", "alerts/queues.yaml", agents=_CODEX),
    Work(8, "api", "Reject webhooks without a signature", "webhooks/signatures.py", _MERGE, days=2),
    Work(7, "web", "Show currency in every column head", "src/column_heads.ts", agents=_CODEX),
    Work(6, "api", "Page through ledger entries", "ledger/pages.py", days=2),
    Work(6, "infra", "Pin the base image", "images/base.yaml", _DIRECT, _NONE),
    Work(5, "web", "Empty state for the invoice list", "src/empty_state.ts"),
    Work(4, "infra", "Cache CI dependencies", "ci/cache.yaml", agents=_CODEX, days=2, weight=2),
    Work(3, "api", "Fix rounding in tax totals", "billing/tax_totals.py", agents=_CODEX, weight=4),
    Work(
        2, "web", "Invoice table: keyboard navigation", "src/invoice_table.ts", agents=_BOTH, days=3, weight=5
    ),
    Work(2, "infra", "Raise deploy timeout", "deploy/timeouts.yaml", _DIRECT, _NONE),
    Work(1, "api", "Idempotent webhook retries", "webhooks/retries.py", agents=_BOTH, days=4, weight=6),
    Work(1, "api", "Note the choice of a queue library", "docs/queues.md", _DIRECT, weight=2),
    Work(0, "web", "Upgrade date picker", "src/date_picker.ts"),
    Work(-1, "api", "Statement export", "billing/statement_export.py", days=4, weight=4),
    Work(-1, "api", "Rate limit headers", "http/rate_limits.py", agents=_CODEX, days=3, weight=2),
)
"""Oldest landing first. The seven of the last five worked days are what the look's pictures show."""
