"""A file a person named is written whole or stays as it was, whatever stands in the way."""

from __future__ import annotations

import os
import resource
import signal
import stat
from pathlib import Path

import pytest

from factdesk.whole import flush_folder, part_beside, whole, write_whole
from tests.elsewhere import as_nobody, at_once, open_to_all

OLDER = b"the report of yesterday"


def beside(path: Path) -> set[str]:
    return {one.name for one in path.parent.iterdir()} - {path.name}


def test_a_file_takes_the_place_of_an_older_one_and_leaves_nothing_beside(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    for data in (OLDER, b"today's"):
        write_whole(path, data)
        assert (path.read_bytes(), beside(path)) == (data, set())


def test_where_the_system_takes_no_more_in_the_middle_of_it_the_older_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    write_whole(path, OLDER)

    def act() -> str:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 14, 1 << 14))  # as a full disk does: half of it fits
        with pytest.raises(OSError, match="too large"):
            write_whole(path, b"x" * (1 << 16))
        return "refused"

    assert at_once(act) == ["refused"]
    assert (path.read_bytes(), beside(path)) == (OLDER, set())


def test_a_file_that_the_system_does_not_keep_takes_no_place(tmp_path: Path) -> None:
    """What was written is put on the disk before it gets its name; of a device that cannot be asked."""
    path = tmp_path / "report.pdf"
    write_whole(path, OLDER)
    with pytest.raises(OSError, match="Invalid argument"), whole(path, replacing=True) as part:
        part.unlink()
        part.symlink_to(os.devnull)
    assert (path.read_bytes(), beside(path)) == (OLDER, set())


def test_a_folder_whose_names_no_system_can_keep_is_no_trouble() -> None:
    flush_folder(Path("/proc"))


def test_a_file_keeps_who_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(OLDER)
    path.chmod(0o640)
    write_whole(path, b"today's")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_what_a_link_points_to_is_written_and_the_link_stays(tmp_path: Path) -> None:
    (tmp_path / "shelf").mkdir()
    link, target = tmp_path / "latest.pdf", tmp_path / "shelf" / "report.pdf"
    link.symlink_to(target)
    for data in (OLDER, b"today's"):  # where the link leads nowhere yet, and where it does
        write_whole(link, data)
        assert link.is_symlink()
        assert (target.read_bytes(), beside(target)) == (data, set())


def test_a_pipe_is_written_as_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    def listen() -> str:
        return pipe.read_bytes().decode()

    def tell() -> str:
        write_whole(pipe, b"page one")
        return "told"

    assert at_once(listen, tell) == ["page one", "told"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_file_that_may_be_written_is_written_where_its_folder_takes_no_new_ones() -> None:
    with open_to_all() as folder:
        path = folder / "report.pdf"
        path.write_bytes(OLDER)
        path.chmod(0o666)
        folder.chmod(0o555)

        def act() -> str:
            write_whole(path, b"today's")
            return "written"

        assert as_nobody(act) == "written"
        assert path.read_bytes() == b"today's"


def test_a_file_that_may_not_be_written_is_not_replaced_either() -> None:
    with open_to_all() as folder:
        path = folder / "report.pdf"
        path.write_bytes(OLDER)
        path.chmod(0o444)

        def act() -> str:
            with pytest.raises(PermissionError):
                write_whole(path, b"today's")
            return "refused"

        assert as_nobody(act) == "refused"
        assert (path.read_bytes(), beside(path)) == (OLDER, set())


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "nowhere" / "report.pdf", b"today's")
    assert list(tmp_path.iterdir()) == []


def test_the_longest_name_a_system_takes_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("ä" * 125 + ".pdf")
    write_whole(path, b"today's")
    assert path.read_bytes() == b"today's"


def test_a_killed_writer_leaves_the_older_file_and_a_hidden_part_that_goes_at_the_next_writing(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(OLDER)

    def die() -> str:
        with whole(path, replacing=True) as part:
            part.write_bytes(b"half of it")
            os.kill(os.getpid(), signal.SIGKILL)
        return "never"

    assert at_once(die) == [""]
    assert path.read_bytes() == OLDER
    (left,) = beside(path)
    assert left.startswith(".report.pdf.")
    assert left.endswith(".part")
    with part_beside(path) as other:
        write_whole(path, b"today's")
        assert beside(path) == {other.name}, "what is still being written is left to whoever writes it"
    assert beside(path) == set()


def test_only_parts_of_the_same_file_are_deleted(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    others = {".report.pdf.part", ".report.pdf.12345.part", ".other.pdf.0a1b2c3d.part", "report.pdf.0a1b2c3d.part"}
    for name in others:
        (tmp_path / name).write_bytes(b"")
    write_whole(path, b"today's")
    assert beside(path) == others
