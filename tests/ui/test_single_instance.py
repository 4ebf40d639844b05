from pathlib import Path

from outlay.ui.single_instance import SingleInstance, runtime_folder


def test_a_second_start_brings_the_first_forward(qtbot, tmp_path):
    first, second = (SingleInstance(tmp_path, Path("/data")) for _ in range(2))
    assert first.take()
    with qtbot.waitSignal(first.forward_wanted):
        assert not second.take()
    first.release()


def test_two_data_folders_are_two_apps(qtbot, tmp_path):
    one, other = SingleInstance(tmp_path, Path("/data")), SingleInstance(tmp_path, Path("/other"))
    assert one.take()
    assert other.take()
    one.release()
    other.release()


def test_after_the_first_has_left_another_can_be_the_first(qtbot, tmp_path):
    first, second = (SingleInstance(tmp_path, Path("/data")) for _ in range(2))
    assert first.take()
    first.release()
    assert second.take()
    second.release()


def test_the_bell_can_be_read_by_the_owner_only(qtbot, tmp_path):
    first = SingleInstance(tmp_path, Path("/data"))
    assert first.take()
    (bell,) = tmp_path.glob("*.bell")
    assert bell.stat().st_mode & 0o077 == 0
    first.release()


def test_without_a_runtime_folder_the_data_folder_serves(tmp_path):
    assert runtime_folder(str(tmp_path), Path("/data")) == tmp_path
    assert runtime_folder(None, Path("/data")) == Path("/data")
    assert runtime_folder(str(tmp_path / "absent"), Path("/data")) == Path("/data")


def test_before_anything_was_ever_read_the_data_folder_is_made_for_the_owner_alone(tmp_path):
    folder = runtime_folder(None, tmp_path / "new" / "data")
    assert folder.is_dir()
    assert folder.stat().st_mode & 0o077 == 0


def test_a_second_start_brings_its_page_along(tmp_path, qtbot):
    first = SingleInstance(tmp_path, tmp_path, name="outlay-window")
    assert first.take()
    with qtbot.waitSignal(first.forward_wanted) as wish:
        assert not SingleInstance(tmp_path, tmp_path, name="outlay-window").take("shipped:pr:acme/api#12")
    assert wish.args == ["shipped:pr:acme/api#12"]
    first.release()


def test_tray_and_window_of_one_folder_are_two(tmp_path):
    tray, window = (
        SingleInstance(tmp_path, tmp_path),
        SingleInstance(tmp_path, tmp_path, name="outlay-window"),
    )
    assert tray.take()
    assert window.take()
    for one in (tray, window):
        one.release()
