"""Everything in one zip: the figures of the tables are those of the screens, and no cell is a formula."""

import csv
import io
import json
import stat
import zipfile
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps import NOON, app_for
from claude_lines import response, write_log
from outlay.domain.accounts import Account, SecretPlace
from outlay.domain.pulls import PullRequest, PullState, Ticket, TicketState
from outlay.errors import OutlayError, WrongCallError
from outlay.rules.export_cells import cell_of
from outlay.store.store import Store
from outlay.wiring import sample_app


@pytest.fixture(scope="module")
def sample():
    with sample_app(NOON, "UTC") as app:
        yield app


@pytest.fixture
def zipped(sample, tmp_path):
    sample.export_all(tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as file:
        yield file


def table(zipped, name):
    return list(csv.DictReader(io.StringIO(zipped.read(f"{name}.csv").decode(), newline="")))


def micros(rows, column="list_micros"):
    return sum(int(row[column] or 0) for row in rows)


def test_usage_and_shares_add_up_to_the_spend_of_the_screens(sample, zipped):
    total = sample.spend(()).total
    usage = table(zipped, "usage")
    assert (len(usage), micros(usage)) == (total.requests, total.list_micros)
    assert sum(int(row["output"] or 0) for row in usage) == total.tokens.output
    assert micros(table(zipped, "shares")) == total.list_micros


def test_items_are_those_of_the_list_to_the_micro(sample, zipped):
    listed = {one.item: one.in_all.direct + one.in_all.context for one in sample.items().items}
    rows = {
        row["item"]: int(row["direct_micros"]) + int(row["context_micros"]) for row in table(zipped, "items")
    }
    assert rows == listed


def test_the_json_holds_the_same_rows_as_the_tables(zipped):
    told = json.loads(zipped.read("outlay.json"))
    names = [name.removesuffix(".csv") for name in zipped.namelist() if name.endswith(".csv")]
    assert {name: len(told[name]) for name in names} == {name: len(table(zipped, name)) for name in names}
    assert micros(told["usage"]) == micros(table(zipped, "usage"))


def test_it_is_said_that_rows_can_be_used_to_compare_people(zipped):
    assert b"compare people" in zipped.read("read-me.txt")


def test_the_file_is_the_owners_alone_and_counted(sample, tmp_path):
    heard = []
    done = sample.export_all(tmp_path / "all.zip", heard.append)
    assert stat.S_IMODE(done.path.stat().st_mode) == 0o600
    assert done.size == done.path.stat().st_size
    assert heard[0].rows == 0
    assert done.rows["usage"] == sample.spend(()).total.requests


def test_a_file_that_is_there_is_replaced_only_when_that_is_wanted(sample, tmp_path):
    path = tmp_path / "all.zip"
    path.write_text("mine")
    with pytest.raises(WrongCallError, match="there already"):
        sample.export_all(path)
    assert path.read_text() == "mine"
    sample.export_all(path, replace=True)
    assert zipfile.is_zipfile(path)


def test_one_that_is_stopped_or_cannot_be_written_leaves_nothing(sample, tmp_path):
    def stop(_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sample.export_all(tmp_path / "all.zip", stop)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(OutlayError, match="cannot be written"):
        sample.export_all(tmp_path / "none" / "all.zip")


def test_a_file_that_came_to_be_there_meanwhile_and_what_a_link_leads_to_are_not_lost(sample, tmp_path):
    path = tmp_path / "all.zip"
    with pytest.raises(WrongCallError, match="there already"):
        sample.export_all(path, lambda _: path.write_text("mine"))
    (tmp_path / "link.zip").symlink_to(path)
    with pytest.raises(WrongCallError, match="there already"):
        sample.export_all(tmp_path / "link.zip", replace=True)
    assert path.read_text() == "mine"
    assert {one.name for one in tmp_path.iterdir()} == {"all.zip", "link.zip"}


def test_a_branch_called_like_a_formula_is_text(empty_home, tmp_path):
    write_log(empty_home, [response(branch='=cmd|"/c calc"!A1')])
    app = app_for(empty_home)
    app.sync()
    app.export_all(tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as file:
        (row,) = table(file, "usage")
        assert row["branch"] == '\'=cmd|"/c calc"!A1'
        assert json.loads(file.read("outlay.json"))["usage"][0]["branch"] == '=cmd|"/c calc"!A1'


@given(st.text())
def test_no_text_begins_a_formula_and_nothing_else_is_changed(text):
    cell = cell_of(text)
    assert str(cell)[:1] not in set("=+-@\t\r\n＝＋－＠")  # noqa: RUF001  full-width forms
    assert cell in {text, f"'{text}"}


@given(st.one_of(st.integers(), st.floats(allow_nan=False)))
def test_a_number_stays_a_number_minus_and_all(number):
    assert cell_of(number) == number
    assert cell_of(None) == ""


def test_pull_requests_tickets_and_accounts_are_in_it_and_no_token(empty_home):
    (empty_home / "data").mkdir(mode=0o700)
    account = Account(
        "a1b2", "work", "jira", "https://acme.example", (("email", "me@acme.example"),), SecretPlace.KEYRING
    )
    ticket = Ticket(
        "jira", "LED-1", None, "Bug", "=Carts", TicketState.DONE, NOON, NOON, NOON, (), None, ("ui", "web"), ()
    )  # fmt: skip
    pull = PullRequest(
        "acme/shop", 7, "Count carts", "carts", "main", True, False, PullState.MERGED, NOON, NOON, NOON, None, (),
        (), None, "github", 12,
    )  # fmt: skip
    with closing(Store(empty_home / "data" / "outlay.sqlite", "here")) as store, store.writing():
        store.accounts.keep(account, NOON)
        store.accounts.keep_reading(account.key, NOON, 3, None)
        store.work.keep_pulls([pull], "account:a1b2", NOON)
        store.work.keep_tickets([ticket], "account:a1b2", NOON)
    app_for(empty_home).export_all(empty_home / "all.zip")
    with zipfile.ZipFile(empty_home / "all.zip") as file:
        (row,) = table(file, "pull_requests")
        assert (row["repository"], row["number"], row["title"]) == ("acme/shop", "7", "Count carts")
        assert (row["added_lines"], row["removed_lines"]) == ("12", "")
        (row,) = table(file, "tickets")
        assert (row["key"], row["type"], row["state"], row["labels"]) == ("LED-1", "Bug", "done", "ui, web")
        assert not row["title"].startswith("=")
        (row,) = table(file, "own_accounts")
        assert set(row) == {
            "account", "name", "system", "address", "settings", "secret_place", "variable", "added", "as_of"
        }  # fmt: skip
        assert (row["name"], row["secret_place"], row["as_of"]) == ("work", "keyring", row["added"])
