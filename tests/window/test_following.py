from viewer.window.following import Following, Settled, mark_of


def test_a_save_counts_when_it_was_seen_twice(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_text("a")
    settled = Settled(mark_of(file))
    assert not settled.is_new(mark_of(file))
    file.write_text("longer")
    assert not settled.is_new(mark_of(file))
    assert settled.is_new(mark_of(file))
    assert not settled.is_new(mark_of(file))


def test_a_file_that_is_gone_is_nothing_new_until_it_is_back(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_text("a")
    settled = Settled(mark_of(file))
    file.unlink()
    assert mark_of(file) is None
    assert not settled.is_new(None)
    assert settled.is_gone(None)
    assert not settled.is_gone(None)
    file.write_text("again")
    settled.is_new(mark_of(file))
    assert settled.is_new(mark_of(file))


def test_an_atomic_replacement_is_seen(tmp_path, qtbot):
    file, other = tmp_path / "a.yaml", tmp_path / "b.yaml"
    file.write_text("a")
    following = Following(every=0.01)
    with qtbot.waitSignal(following.changed) as told:
        following.follow(file)
        other.write_text("bb")
        other.replace(file)
    following.stop()
    assert told.args == [file]
