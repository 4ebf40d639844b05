"""Every question fits GitHub's schema, and what an older server does not know is asked apart."""

from pathlib import Path

import pytest
from graphql import build_schema, parse, validate

from outlay.readers.work import github_queries
from work_worlds.github import SCHEMA, _schema

QUERIES = {name: text for name, text in vars(github_queries).items() if name.isupper() and "query " in text}
OPTIONAL = {"TYPES", "STATUSES"}


def test_all_of_them_are_looked_at():
    assert QUERIES.keys() == {
        "PULLS",
        "OTHERS_PULLS",
        "PULLS_BY_ID",
        "COMMITS",
        "TICKETS",
        "TYPES",
        "STATUSES",
    }


@pytest.mark.parametrize("name", QUERIES)
def test_it_fits_the_schema(name):
    assert validate(build_schema(Path(SCHEMA).read_text(encoding="utf-8")), parse(QUERIES[name])) == []


@pytest.mark.parametrize("name", QUERIES)
def test_only_what_is_optional_needs_a_newer_server(name):
    fits = validate(_schema(old=True), parse(QUERIES[name])) == []
    assert fits == (name not in OPTIONAL)


@pytest.mark.parametrize("name", QUERIES)
def test_it_changes_nothing(name):
    assert [one.operation.value for one in parse(QUERIES[name]).definitions if hasattr(one, "operation")] == [
        "query"
    ]


def test_a_field_that_does_not_exist_is_refused():
    spoiled = QUERIES["PULLS"].replace("isDraft", "isDraught")
    assert validate(_schema(old=False), parse(spoiled))
