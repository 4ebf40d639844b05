"""The Settings page in words: what can be chosen, what cannot and why, and what is really so."""

import pytest

from outlay.domain.machine import Autostart, StartState
from outlay.presenters.pages.settings import SettingsAnswer, settings_view
from outlay.settings import CHOICES, Fault, Settings

PLACE = "/home/me/.config/autostart/outlay.desktop"


def view(state=StartState.OFF, **more):
    return settings_view(
        SettingsAnswer(Settings(**more), "Europe/Berlin", Autostart(state, PLACE), "/home/me")
    )


def asked(found, key):
    return next(one for group in found.groups for one in group.asked if one.key == key)


@pytest.mark.parametrize("key", ["theme", "week_start", "tray_text", "reduced_motion", "language"])
def test_every_value_of_a_setting_can_be_chosen(key):
    assert {option.key for option in asked(view(), key).options} == set(CHOICES[key])


def test_columns_that_come_with_accounts_are_named_and_say_why_they_cannot_be_chosen():
    options = asked(view(), "column").options
    assert [(option.key, bool(option.why_not)) for option in options] == [
        ("list", False),
        ("billed", True),
        ("cash", True),
    ]


def test_without_a_zone_of_their_own_days_are_cut_in_the_machines():
    assert asked(view(), "zone").placeholder == "As this machine: Europe/Berlin"
    assert asked(view(zone="Asia/Tokyo"), "zone").current == "Asia/Tokyo"


@pytest.mark.parametrize(
    ("state", "current", "words"),
    [
        (StartState.ON, "on", "starts by"),
        (StartState.OFF, "off", "Nothing is written"),
        (StartState.SWITCHED_OFF, "off", "hold it back"),
        (StartState.ANOTHER, "off", "another program"),
        (StartState.UNKNOWN, "", "unknown"),
    ],
)
def test_the_start_with_the_desktop_shows_what_is_really_there(state, current, words):
    found = asked(view(state), "autostart")
    assert found.current == current
    assert words in found.note
    assert "~/.config/autostart/outlay.desktop" in found.note


def test_a_value_that_could_not_be_used_is_named_with_what_stands_instead():
    assert view().fault == ""
    told = view(faults=(Fault("theme", "pink", "system"),)).fault
    assert "theme = pink" in told
    assert "system stands instead" in told
