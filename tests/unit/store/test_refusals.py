"""What cannot be opened or written: one clear sentence, nothing lost, nothing left behind, and the work goes on."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from factdesk.errors import (
    DeskBusyError,
    DeskReadOnlyError,
    DeskWriteError,
    FactDeskError,
    MissingDeskError,
    NewerDeskError,
    NotADeskError,
)
from factdesk.store import connection as opening
from factdesk.store.place import unsafe_for_wal
from factdesk.work.backup import restore
from factdesk.work.edits.article import AddArticle
from factdesk.work.edits.claim import MarkClaim
from factdesk.work.session import Session
from factdesk.work.verification import verify
from tests.desks import CHECKER, SCALE, assert_clear, intake, logical, note, refuses_to_open, tamper
from tests.elsewhere import as_nobody, command_line, held_by_another_program, open_to_all

pytestmark = pytest.mark.usefixtures("impatient")


# --- what is no desk of ours


def test_a_desk_of_a_later_factdesk_is_refused_and_left_alone(closed_desk: Path) -> None:
    tamper(closed_desk, f"PRAGMA user_version = {opening.SCHEMA + 1}")
    content = logical(closed_desk)
    assert "later FactDesk" in refuses_to_open(closed_desk, NewerDeskError)
    assert logical(closed_desk) == content


def test_a_desk_that_a_later_factdesk_brings_up_to_date_is_written_no_more_by_a_window_that_has_it_open(
    session: Session, claim: MarkClaim
) -> None:
    tamper(session.path, f"PRAGMA user_version = {opening.SCHEMA + 1}")
    content = logical(session.path)
    with pytest.raises(NewerDeskError, match=r"not kept: .* written by a later FactDesk"):
        session.run(note(claim, "by the older program"))
    assert logical(session.path) == content
    assert len(session.articles()) == 1, "what is there can still be read"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Dear editor,",
        b"\x89PNG\r\n\x1a\n" + bytes(200),
        b"SQLite format 3\x00",
        b"SQLite format 3\x00" + bytes(84),
    ],
    ids=["empty", "text", "picture", "a beginning only", "zeros"],
)
def test_a_file_that_is_no_desk_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.factdesk"
    path.write_bytes(content)
    assert "is not a FactDesk desk" in refuses_to_open(path, NotADeskError)


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.sqlite"
    tamper(path, "CREATE TABLE journal (seq)")
    assert "is not a FactDesk desk" in refuses_to_open(path, NotADeskError)


def test_a_folder_and_a_pipe_are_no_desks(tmp_path: Path) -> None:
    folder = tmp_path / "folder.factdesk"
    folder.mkdir()
    assert "is not a FactDesk desk" in refuses_to_open(folder, NotADeskError)
    pipe = tmp_path / "pipe.factdesk"
    os.mkfifo(pipe)
    assert "is not a FactDesk desk" in refuses_to_open(pipe, NotADeskError)


def test_a_desk_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    refuses_to_open(tmp_path / "nowhere.factdesk", MissingDeskError)


def test_a_new_desk_takes_no_files_place(closed_desk: Path) -> None:
    before = closed_desk.read_bytes()
    with pytest.raises(DeskWriteError, match="already") as refusal:
        Session.create(closed_desk, CHECKER, SCALE)
    assert_clear(refusal.value, closed_desk)
    assert closed_desk.read_bytes() == before
    assert list(closed_desk.parent.iterdir()) == [closed_desk]


def test_a_new_desk_makes_the_folders_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "new" / "house" / "first.factdesk"
    Session.create(path, CHECKER, SCALE).close()
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("below", ["", "inside"])
def test_a_new_desk_where_no_folder_can_be_is_refused_by_the_name_of_the_place(tmp_path: Path, below: str) -> None:
    letter, lost = tmp_path / "letter.txt", tmp_path / "lost"
    letter.write_text("Dear editor,")
    lost.symlink_to("/proc/nowhere")  # where the system makes no folder
    for place in (letter / below, lost / below):
        path = place / "new.factdesk"
        with pytest.raises(DeskWriteError, match="which is no folder") as refusal:
            Session.create(path, CHECKER, SCALE)
        assert_clear(refusal.value, path)
        assert str(place) in str(refusal.value)
    assert letter.read_text() == "Dear editor,"


def test_a_backup_that_is_gone_when_it_is_wanted_is_told_as_missing(closed_desk: Path) -> None:
    with pytest.raises(MissingDeskError, match="is not in"):
        restore(closed_desk, closed_desk.with_name("gone.factdesk"), CHECKER)


# --- somebody else holds it


def test_a_locked_desk_keeps_its_content_and_takes_the_change_afterwards(session: Session, claim: MarkClaim) -> None:
    before = logical(session.path)
    with held_by_another_program(session.path):
        with pytest.raises(DeskBusyError) as refusal:
            session.run(note(claim, "while locked"))
        assert_clear(refusal.value, session.path)
        with pytest.raises(DeskBusyError):
            session.undo()
        with pytest.raises(DeskBusyError):
            session.keep_typing(claim.claim_id, "note", "while lo")
        assert session.case(session.articles()[0].id).claims[0].note == "", "reading goes on"
    assert logical(session.path) == before
    session.run(note(claim, "afterwards"))
    assert session.case(session.articles()[0].id).claims[0].note == "afterwards"
    assert verify(session.path) == ()


def test_a_desk_in_a_synced_folder_is_kept_without_a_log_beside_it_and_locked(tmp_path: Path) -> None:
    path = tmp_path / "Dropbox (Desk)" / "synced.factdesk"
    first = Session.create(path, CHECKER, SCALE)
    add = AddArticle(intake=intake())
    first.run(add)
    assert first.unsafe_place() == "it lies in a synced folder (Dropbox (Desk))"
    assert [p.name for p in path.parent.iterdir() if p.suffix != ".factdesk-journal"] == [path.name]
    held = command_line("undo", path)
    assert held.returncode != 0 and "another program holds" in held.stderr
    assert verify(path) == (), "this process may look into it"
    assert "another program holds" in command_line("verify", path).stderr, "and keeps it afterwards"
    assert len(first.events()) == 2
    first.undo()
    first.redo()
    first.close()
    assert path.read_bytes()[18:20] == b"\x01\x01", "rollback journal, not WAL"
    second = Session.open(path, CHECKER)
    assert len(second.articles()) == 1
    second.close()
    assert verify(path) == ()


def test_a_desk_that_was_moved_into_a_synced_folder_changes_its_way(closed_desk: Path) -> None:
    folder = closed_desk.parent / "Nextcloud"
    folder.mkdir()
    content = logical(closed_desk)
    path = Path(shutil.move(closed_desk, folder))
    Session.open(path, CHECKER).close()
    assert path.read_bytes()[18:20] == b"\x01\x01"
    assert list(folder.iterdir()) == [path]
    assert logical(path) == content


MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/pool /srv/share nfs4 rw 0 0
//server/desks /srv/with\\040space cifs rw 0 0
tmpfs /srv/share/local tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("/srv/share/a.factdesk", "it lies on a network share (nfs4)"),
        ("/srv/share/deep/er/a.factdesk", "it lies on a network share (nfs4)"),
        ("/srv/with space/a.factdesk", "it lies on a network share (cifs)"),
        ("/srv/share/local/a.factdesk", None),
        ("/srv/shared/a.factdesk", None),
        ("/home/ab/a.factdesk", None),
        ("/home/ab/OneDrive - House/a.factdesk", "it lies in a synced folder (OneDrive - House)"),
        ("/home/ab/Google Drive/Desks/a.factdesk", "it lies in a synced folder (Google Drive)"),
        ("/home/ab/Megacities/a.factdesk", None),
        ("/home/ab/boxes/a.factdesk", None),
    ],
)
def test_shares_and_synced_folders_are_noticed(tmp_path: Path, place: str, why: str | None) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    assert unsafe_for_wal(Path(place), mounts) == why


SHARED = (
    "9p", "afpfs", "afs", "ceph", "cifs", "fuse.davfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.sshfs",
    "fuse.vmhgfs-fuse", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "prl_fs", "smb2", "smb3", "smbfs", "vboxsf",
    "vmhgfs", "webdav",
)  # fmt: skip


def test_every_file_system_of_another_machine_is_known(tmp_path: Path) -> None:
    """Of the Linux kernel, its FUSE programs and the hosts of virtual machines."""
    mounts = tmp_path / "mounts"
    for kind in SHARED:
        mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\nhost:/shared /mnt/shared {kind} rw 0 0\n")
        assert unsafe_for_wal(Path("/mnt/shared/a.factdesk"), mounts) == f"it lies on a network share ({kind})"
        assert unsafe_for_wal(Path("/mnt/own/a.factdesk"), mounts) is None


def test_the_mount_made_last_at_a_place_is_the_one_that_is_there(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text("/dev/sda1 / ext4 rw 0 0\n/dev/sdb1 /mnt ext4 rw 0 0\nhost:/shared /mnt nfs4 rw 0 0\n")
    assert unsafe_for_wal(Path("/mnt/a.factdesk"), mounts) == "it lies on a network share (nfs4)"


def test_a_folder_is_known_to_be_synced_by_its_marker(tmp_path: Path) -> None:
    (tmp_path / "Plain" / "Desks").mkdir(parents=True)
    (tmp_path / "Plain" / ".stfolder").mkdir()
    assert unsafe_for_wal(tmp_path / "Plain" / "Desks" / "a.factdesk") == "it lies in a synced folder (Plain)"


# --- permissions


@pytest.fixture
def public_desk() -> Iterator[Path]:
    """A desk in a folder of its own that a user without rights can reach."""
    with open_to_all() as folder:
        session = Session.create(folder / "public.factdesk", CHECKER, SCALE)
        session.run(AddArticle(intake=intake()))
        session.close()
        session.path.chmod(0o666)
        yield session.path


READ_ONLY = "DeskReadOnlyError: The desk was not opened: “public.factdesk” or its folder may not be written."
CLOSED = "DeskOpenError: The desk was not opened: “public.factdesk” in “{}” may not be read."


def opened(path: Path) -> str:
    try:
        session = Session.open(path, CHECKER)
        session.undo()
        session.close()
    except FactDeskError as error:
        return f"{type(error).__name__}: {error}"
    return "undone"


def test_the_user_without_rights_can_open_what_is_open_to_all(public_desk: Path) -> None:
    assert as_nobody(lambda: opened(public_desk)) == "undone"


@pytest.mark.parametrize(
    ("file", "folder", "said"),
    [
        (0o444, 0o777, READ_ONLY),
        (0o666, 0o555, READ_ONLY),
        (0o000, 0o777, CLOSED),
        (0o666, 0o000, CLOSED),
    ],
    ids=["read-only file", "read-only folder", "closed file", "closed folder"],
)
def test_a_desk_that_may_not_be_written_or_read_is_refused(
    public_desk: Path, file: int, folder: int, said: str
) -> None:
    content = logical(public_desk)
    public_desk.chmod(file)
    public_desk.parent.chmod(folder)
    answer = as_nobody(lambda: opened(public_desk))
    public_desk.parent.chmod(0o777)
    public_desk.chmod(0o666)
    assert answer == said.format(public_desk.parent)
    assert list(public_desk.parent.iterdir()) == [public_desk]
    assert logical(public_desk) == content


def test_a_desk_in_a_read_only_folder_can_still_be_verified(public_desk: Path) -> None:
    public_desk.chmod(0o444)
    public_desk.parent.chmod(0o555)
    assert as_nobody(lambda: str(verify(public_desk))) == "()"


def test_no_desk_is_made_in_a_folder_that_may_not_be_written() -> None:
    def made() -> str:
        with pytest.raises(DeskReadOnlyError) as refusal:
            Session.create(folder / "new.factdesk", CHECKER, SCALE)
        return str(refusal.value)

    with open_to_all() as folder:
        folder.chmod(0o555)
        assert as_nobody(made) == "The desk was not made: “new.factdesk” or its folder may not be written."
        assert list(folder.iterdir()) == []
