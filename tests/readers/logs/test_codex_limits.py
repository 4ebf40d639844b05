from codex_lines import line, meta, read, rollout


def test_limits_of_older_versions_say_in_how_many_seconds_they_start_anew(tmp_path):
    limits = {
        "primary": {"used_percent": 3, "window_minutes": 300, "resets_in_seconds": 60},
        "secondary": {"used_percent": 4.5, "window_minutes": 10080},
        "credits": None,
    }
    lines = [
        line("event_msg", {"type": "token_count", "info": None, "rate_limits": limits}, second)
        for second in (7, 9, 8)
    ]
    rollout(tmp_path, meta() + b"".join(lines))
    (batch,) = read(tmp_path)
    assert [window[:4] for window in batch.quotas] == [
        ("codex", "codex", 300, 3.0),
        ("codex", "codex", 10080, 4.5),
    ]
    at = batch.quotas[0].seen_at
    assert [window.resets_at for window in batch.quotas] == [at + 60_000, None]
    assert at % 60_000 == 9_000


def test_a_window_is_told_by_its_length_in_whichever_slot_it_stands(tmp_path):
    short, long = {"used_percent": 1, "window_minutes": 300}, {"used_percent": 2, "window_minutes": 10080}
    pairs = [
        {"primary": short, "secondary": long},
        {"primary": {**long, "used_percent": 9}, "secondary": None},
    ]
    lines = [
        line("event_msg", {"type": "token_count", "info": None, "rate_limits": limits}, second)
        for second, limits in enumerate(pairs, 1)
    ]
    rollout(tmp_path, meta() + b"".join(lines))
    (batch,) = read(tmp_path)
    assert {window.window_minutes: window.used_percent for window in batch.quotas} == {300: 1, 10080: 9}
