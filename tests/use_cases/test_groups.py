"""Groups of projects: the owner's words, reversible, logged, and a key to split spend by."""

import pytest

from apps import app_for
from outlay.domain.own_words import ProjectGroup, Verb
from outlay.errors import WrongCallError
from outlay.presenters.own_acts import act_sentence


@pytest.fixture
def app(home, shop):
    app = app_for(home)
    app.add_repositories([str(shop)])
    app.sync()
    return app


def by_group(app):
    return {row.keys[0]: row.list_micros for row in app.spend(("group",)).rows}


def test_a_group_takes_the_spend_of_its_projects(app, shop):
    assert by_group(app) == {None: 855_000}
    app.add_to_group("Acme", [str(shop)])
    assert by_group(app) == {"Acme": 855_000, None: 0}
    assert app.groups() == (ProjectGroup("Acme", (str(shop),)),)


def test_a_repository_can_be_named_in_place_of_its_folder(app):
    app.add_to_group("Acme", ["shop"])
    assert by_group(app)["Acme"] == 855_000


def test_a_project_that_moves_to_another_group_leaves_the_first(app, shop):
    app.add_to_group("Acme", [str(shop)])
    act = app.add_to_group("Beta", [str(shop) + "/"]).act
    assert [group.name for group in app.groups()] == ["Beta"]
    app.undo_act(act.number)
    assert [group.name for group in app.groups()] == ["Acme"]


def test_taking_out_and_taking_that_back(app, shop, empty_home):
    app.add_to_group("Acme", [str(shop), str(empty_home)])
    told = app.remove_from_group("Acme", [str(shop)])
    assert app.groups() == (ProjectGroup("Acme", (str(empty_home),)),)
    app.undo_act(told.act.number)
    app.remove_from_group("Acme")
    assert app.groups() == ()
    app.undo_act()
    assert len(app.groups()[0].projects) == 2


def test_groups_are_acts_in_the_log_and_survive_a_rebuild(app, shop):
    app.add_to_group("  Acme \n Inc ", [str(shop)])
    act = app.acts()[-1]
    assert (act.verb, act.group.name) == (Verb.GROUP, "Acme Inc")
    assert act_sentence(act) == f"In group Acme Inc: {shop}."
    app.rebuild()
    assert app.groups()[0].name == "Acme Inc"


def test_what_is_no_project_is_refused(app):
    for name, projects in (("Acme", []), (" ", ["/a"]), ("Acme", ["relative"]), ("x" * 81, ["/a"])):
        with pytest.raises(WrongCallError):
            app.add_to_group(name, projects)
    with pytest.raises(WrongCallError, match="There is no group"):
        app.remove_from_group("Acme")
    assert app.acts() == ()
