"""Where a desk lies: on a disk of this machine, or somewhere that breaks SQLite's write-ahead log."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

_NETWORK = frozenset(
    {
        "9p", "afpfs", "afs", "ceph", "cifs", "fuse.davfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.sshfs",
        "fuse.vmhgfs-fuse", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "prl_fs", "smb2", "smb3", "smbfs",
        "vboxsf", "vmhgfs", "webdav",
    }
)  # fmt: skip

_SYNCED = re.compile(
    r"(dropbox|onedrive|google ?drive|my drive|icloud ?drive|mobile documents|nextcloud|owncloud|pcloud ?drive|mega"
    r"|megasync|box|box sync|seafile|creative cloud files)([ ._(-].*)?",
    re.IGNORECASE,
)
"""Names under which the usual programs make their folder, with what they put behind: "Dropbox (Personal)"."""

_MARKERS = (".stfolder", ".dropbox.cache")

LOCKED_WHERE_UNSAFE = sys.platform != "win32"
"""Whether SQLite can keep a file to one process and let all connections of that process in (ADR 83)."""

_MOUNTS = Path("/proc/self/mounts")


def unsafe_for_wal(path: Path, mounts: Path = _MOUNTS) -> str | None:
    """Say why the write-ahead log must not be used at ``path``, or None where it may.

    Returns:
        A few words for a notice: "it lies on a network share (nfs4)" or "it lies in a synced folder (Dropbox)".
    """
    place = path.absolute().parent
    for folder in (place, *place.parents):
        if _SYNCED.fullmatch(folder.name) or any((folder / marker).exists() for marker in _MARKERS):
            return f"it lies in a synced folder ({folder.name})"
    kind = _filesystem(place, mounts)
    return f"it lies on a network share ({kind})" if kind in _NETWORK else None


def _filesystem(place: Path, mounts: Path) -> str:
    if sys.platform == "win32":
        return _windows_drive(place)
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    best, kind = "", ""
    resolved = os.path.realpath(place)
    for line in lines:
        point, name = line.split(" ")[1].replace("\\040", " "), line.split(" ")[2]
        inside = point == "/" or resolved == point or resolved.startswith(point + "/")
        if inside and len(point) >= len(best):
            best, kind = point, name
    return kind


def _windows_drive(place: Path) -> str:
    import ctypes

    remote = 4
    drive = place.drive + "\\"
    windll = getattr(ctypes, "windll", None)
    is_remote = place.drive.startswith("\\\\") or (windll and windll.kernel32.GetDriveTypeW(drive) == remote)
    return "smbfs" if is_remote else ""
