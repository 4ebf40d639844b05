"""Search finds what a person types, the nearest first."""

import pytest

from apps import NOON, app_for
from outlay.domain.search import HitKind
from outlay.wiring import sample_app
from shop_repository import git


@pytest.fixture(scope="module")
def sample():
    with sample_app(NOON, "UTC") as app:
        yield app


def keys(hits, kind):
    return [hit.key for hit in hits if hit.kind is kind]


def test_every_item_is_found_by_its_title_and_by_its_key(sample):
    for item in sample.items().items:
        assert item.item in keys(sample.find(item.title, 50), HitKind.ITEM) or item.parts
        assert sample.find(item.item, 50)[0].key == item.item


def test_every_session_is_found_by_the_beginning_of_its_id(sample):
    for tool, session in (row.keys for row in sample.spend(("tool", "session")).rows):
        assert f"{tool}/{session}" in keys(sample.find(session[:13].upper(), 50), HitKind.SESSION)


def test_models_repositories_days_and_pages_are_found(sample):
    model = sample.spend(("model",)).rows[0].keys[0]
    assert keys(sample.find(model), HitKind.MODEL) == [model]
    name = sample.repositories()[0]
    assert (name.slug or name.name) in keys(sample.find((name.slug or name.name)[:4]), HitKind.REPOSITORY)
    assert sample.find("19 nov")[0][:2] == (HitKind.DAY, "2026-11-19")
    assert sample.find("sour")[0][:2] == (HitKind.PAGE, "sources")


def test_the_beginning_of_a_title_goes_before_its_inside(sample):
    title = next(one.title for one in sample.items().items if " " in one.title)
    word = title.split()[0]
    hits = [hit for hit in sample.find(word, 50) if hit.kind is HitKind.ITEM]
    begins = [hit.title.casefold().startswith(word.casefold()) for hit in hits]
    assert begins == sorted(begins, reverse=True)


@pytest.mark.parametrize("text", ["", "  ", "%", "_", "zzzz-no-such", "\\", "'"])
def test_signs_of_sql_mean_themselves(sample, text):
    assert all(text in hit.title + hit.key + hit.second for hit in sample.find(text))


def test_no_more_than_asked_for_and_none_before_the_first_sync(sample, empty_home):
    assert len(sample.find("a", 3)) == 3
    assert sample.find("a", 0) == ()
    assert app_for(empty_home).find("claude") == ()


@pytest.mark.parametrize("typed", ["Für", "für \u201eLeere\u201c", '"Korb"', "Größe"])
def test_titles_are_found_by_signs_of_every_language_and_by_quotes(home, shop, typed):
    (shop / "sizes.py").write_text("def size_of_basket():\n    return None\n")
    git(shop, "add", "-A")
    git(shop, "commit", "-q", "-m", 'Für „Leere“ "Korb": Größe')
    app = app_for(home)
    app.add_repositories([str(shop)])
    app.sync()
    titles = [hit.title for hit in app.find(typed) if hit.kind is HitKind.ITEM]
    assert any(typed in title or typed[1:] in title for title in titles)
