import pytest
from PySide6.QtGui import QImage

from outlay.ui.gallery import popover_image, render_gallery
from outlay.ui.gallery_states import gallery_states
from ui.glances import filled

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_every_state_is_written_in_every_theme_and_scale(qapp, tmp_path):
    states = gallery_states(filled())
    paths = render_gallery(states, tmp_path / "out", ("light", "dark"), (1, 2))
    assert len(paths) == (len(states) + 1) * 4
    assert all(path.stat().st_size > 1_000 for path in paths)


def test_states_look_different(qapp, look):
    images = [bytes(popover_image(state, look, 1).constBits()) for state in gallery_states(filled())]
    assert len(set(images)) == len(images)


def test_twice_the_scale_is_twice_the_pixels(qapp, look):
    state = gallery_states(filled())[0]
    one, two = (popover_image(state, look, scale) for scale in (1, 2))
    assert (two.width(), two.height()) == (2 * one.width(), 2 * one.height())


def test_the_same_glance_gives_the_same_pixels(qapp, look):
    state = gallery_states(filled())[0]
    images: list[QImage] = [popover_image(state, look, 1) for _ in range(2)]
    assert images[0] == images[1]
