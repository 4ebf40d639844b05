"""The window over the sample data: read once for all tests, looked at by each in a window of its own."""

import pytest

from outlay.ui.gallery_pages import state_of
from outlay.ui.gallery_window import look_of, put_away, shown_window
from outlay.ui.spoken_roles import speak_roles


@pytest.fixture
def shown(sample, qapp):
    """Makes a window that shows a page's state; it is gone after the test."""
    speak_roles()
    windows = []

    def make(page, state="filled", *, theme="light", width=1180, text_scale=1.0):
        windows.append(shown_window(sample, state_of(sample, page, state), look_of(theme, text_scale), width))
        return windows[-1]

    yield make
    for window in windows:
        put_away(window)
