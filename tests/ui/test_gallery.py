import pytest
from PySide6.QtGui import QImage

from outlay.ui.gallery import popover_image, render_gallery
from outlay.ui.gallery_pages import page_states
from outlay.ui.gallery_states import gallery_states
from outlay.ui.gallery_window import put_away, render_window, shown_window, window_image
from ui.glances import filled

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def bytes_of(image):
    """What is handed out does not keep the picture: it has to have a name as long as it is looked at."""
    return bytes(image.constBits())


def test_every_state_is_written_in_every_theme_and_scale(qapp, tmp_path):
    states = gallery_states(filled())
    paths = render_gallery(states, tmp_path / "out", ("light", "dark"), (1, 2))
    assert len(paths) == (len(states) + 1) * 4
    assert all(path.stat().st_size > 1_000 for path in paths)


def test_states_look_different(qapp, look):
    images = [bytes_of(popover_image(state, look, 1)) for state in gallery_states(filled())]
    assert len(set(images)) == len(images)


def test_twice_the_scale_is_twice_the_pixels(qapp, look):
    state = gallery_states(filled())[0]
    one, two = (popover_image(state, look, scale) for scale in (1, 2))
    assert (two.width(), two.height()) == (2 * one.width(), 2 * one.height())


def test_the_same_glance_gives_the_same_pixels(qapp, look):
    state = gallery_states(filled())[0]
    images: list[QImage] = [popover_image(state, look, 1) for _ in range(2)]
    assert images[0] == images[1]


def test_the_window_is_drawn_page_by_page_and_a_state_stands_in_the_name(sample, qapp, tmp_path):
    made = render_window(sample, tmp_path / "out", ("dark",), (1, 2), ("week",))
    names = {path.name for path in made}
    states = ("", "-empty", "-few", "-unpriced", "-loading", "-failing", "-unread")
    assert names == {
        f"week{state}-{width}-dark@{scale}x.png"
        for state in states
        for width in (900, 1180, 1600)
        for scale in (1, 2)
    }


def test_states_of_a_page_look_different(sample, qapp, look):
    states = [state for state in page_states(sample) if state.page in {"week", "spend", "shipped"}]
    images = {}
    for state in states:
        window = shown_window(sample, state, look)
        images[state.page, state.name] = bytes_of(window_image(window, 1))
        put_away(window)
    same = [name for name, image in images.items() if list(images.values()).count(image) > 1]
    assert not same
