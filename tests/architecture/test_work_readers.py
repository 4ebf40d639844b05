"""Every forge and tracker reader is registered, named and kept apart, and asks no more than it may."""

import importlib
import tomllib
from pathlib import Path

import pytest

from outlay.presenters.systems import system_name
from outlay.readers import work
from outlay.readers.work import READERS
from outlay.rules.account_pace import PACE_MS

ROOT = Path(__file__).parents[2]
READINGS_A_DAY = 24 * 3_600_000 // PACE_MS


def test_every_module_with_a_reader_is_listed():
    folder = Path(work.__file__).parent
    names = [path.stem for path in folder.glob("*.py") if path.stem != "__init__"]
    modules = {name: importlib.import_module(f"outlay.readers.work.{name}") for name in names}
    readers = {name for name, module in modules.items() if hasattr(module, "READER")}
    assert readers == {reader.card.system for reader in READERS}


def test_the_contract_that_keeps_them_apart_names_them_all():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    (apart,) = [one for one in contracts if one["name"] == "Work readers do not know each other"]
    assert sorted(apart["modules"]) == sorted(
        f"outlay.readers.work.{reader.card.system}" for reader in READERS
    )


@pytest.mark.parametrize("card", [reader.card for reader in READERS], ids=lambda card: card.system)
class TestCard:
    def test_its_name_is_known_without_loading_it(self, card):
        assert system_name(card.system) == card.title

    def test_a_day_of_normal_use_stays_under_a_tenth_of_its_limit(self, card):
        assert READINGS_A_DAY * card.requests_a_reading < card.requests_a_day / 10

    def test_it_says_where_a_token_is_made(self, card):
        assert card.token_page.format(address="https://git.example.com").startswith("https://")
        assert card.pulls or card.tickets
