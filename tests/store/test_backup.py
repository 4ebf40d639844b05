"""One copy a day, seven kept; a damaged file is kept aside and said."""

from datetime import date, timedelta

from facts import START, event, piece, price_all

from outlay.domain.moments import UtcMillis
from outlay.store.backup import back_up, open_or_recover, recover
from outlay.store.store import Store

NOW = UtcMillis(START)
TODAY = date(2026, 11, 20)


def filled(path):
    store = Store(path, "laptop")
    store.add_slices([piece(event())], price_all, NOW, refresh=True)
    return store


def requests(store):
    return store._connection.execute("select count(*) from derived_costs").fetchone()[0]


def test_a_day_has_one_copy_and_seven_days_are_kept(store, path):
    made = [back_up(store, TODAY + timedelta(days=day)) for day in range(10)]
    assert back_up(store, TODAY + timedelta(days=9)) is None
    kept = sorted((path.parent / "backups").iterdir())
    assert kept == made[-7:]
    assert {file.stat().st_mode & 0o777 for file in kept} == {0o600}


def test_a_damaged_file_is_kept_aside_and_the_newest_whole_copy_restored(path):
    store = filled(path)
    back_up(store, TODAY)
    back_up(store, TODAY + timedelta(days=1)).write_bytes(b"torn copy")
    store.close()
    path.write_bytes(b"no database" * 500)
    again = open_or_recover(path, "laptop", NOW)
    assert requests(again) == 1
    assert "2026-11-20" in again.losses()[0][1]
    assert [file.read_bytes()[:11] for file in path.parent.glob("*damaged*.sqlite")] == [b"no database"]
    again.close()


def test_the_owners_words_of_after_the_copy_are_restored_too(path):
    store = filled(path)
    back_up(store, TODAY)
    with store.writing(act=True):
        store.owner.add_repository("/home/a/shop", 1)
        store.owner.add_identity("me@example.org", 1)
    store.save_owner_words()
    store.close()
    path.write_bytes(b"no database" * 500)
    again = open_or_recover(path, "laptop", NOW)
    assert again.owner.repositories() == ("/home/a/shop",)
    assert again.owner.identities() == ("me@example.org",)
    assert requests(again) == 1
    again.close()


def test_a_file_that_is_gone_is_restored_and_said(path):
    store = filled(path)
    back_up(store, TODAY)
    store.close()
    path.unlink()
    again = open_or_recover(path, "laptop", NOW)
    assert requests(again) == 1
    assert "gone" in again.losses()[0][1]
    again.close()


def test_without_a_copy_the_file_is_begun_anew_and_that_is_said(path):
    path.write_bytes(b"no database" * 500)
    again = open_or_recover(path, "laptop", NOW)
    assert requests(again) == 0
    assert "begun anew" in again.losses()[0][1]
    again.close()


def test_a_file_of_no_length_is_not_taken_for_a_new_one(path):
    store = filled(path)
    back_up(store, TODAY)
    store.close()
    path.write_bytes(b"")
    again = open_or_recover(path, "laptop", NOW)
    assert requests(again) == 1
    assert again.losses()
    again.close()


def test_damage_found_later_is_mended_the_same_way(path):
    store = filled(path)
    back_up(store, TODAY)
    store.close()
    again = recover(path, "laptop", NOW)
    assert requests(again) == 1
    again.close()


def test_a_first_start_is_no_loss(path):
    store = open_or_recover(path, "laptop", NOW)
    assert store.losses() == []
    store.close()
