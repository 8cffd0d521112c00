"""A whole desk as JSON and back, without loss (``docs/export-format.md``)."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

from factdesk.errors import NewerDeskError, NotADeskError
from factdesk.store.exchange import NOT_MADE, TABLES, Contents, make_again, unfit
from factdesk.work.session import Session

FORMAT = "factdesk-desk"
VERSION = 1


def export_desk(session: Session) -> bytes:
    """Return everything the desk holds as UTF-8 JSON; the same desk gives the same bytes.

    What another hand did to it (``Session.touched``, which the caller has looked for) stands in the export.
    """
    held = session.contents()
    last = held.tables["journal"][-1]
    data = {
        "format": FORMAT,
        "version": VERSION,
        "schema": held.schema,
        "head": {"seq": last["seq"], "hash": last["hash"]},
        **({"found": list(session.touched)} if session.touched else {}),
        "tables": {table: [_plain(row) for row in rows] for table, rows in held.tables.items()},
        "files": [_file(name, content) for name, content in held.files.items()],
    }
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode("utf-8")


def import_desk(data: bytes, to: Path) -> tuple[str, ...]:
    """Make a new desk with the rows, the files and the record of an exported one; undo goes on where it was.

    Returns:
        What another hand did to the desk before it was exported and ``verify`` finds in the new one, too.

    Raises:
        NotADeskError, NewerDeskError: no desk can be made of ``data``.
        DeskWriteError: there is something at ``to``, or it may not be written.
            In every case nothing is left behind.
    """
    return make_again(to, _contents(_parsed(data)))


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: cell.hex() if isinstance(cell, bytes) else cell for name, cell in row.items()}


def _file(name: str, content: bytes) -> dict[str, Any]:
    try:
        return {"sha256": name, "size": len(content), "text": content.decode("utf-8")}
    except UnicodeDecodeError:
        return {"sha256": name, "size": len(content), "base64": base64.b64encode(content).decode("ascii")}


def _parsed(data: bytes) -> dict[str, Any]:
    try:
        parsed = json.loads(data.decode("utf-8")) if data.lstrip().startswith(b"{") else {}
    except json.JSONDecodeError as problem:
        raise unfit(
            f"the export is not whole JSON: it breaks off or goes wrong at character {problem.pos}"
        ) from problem
    except (ValueError, RecursionError) as problem:
        raise unfit("the export is not whole JSON") from problem
    if parsed.get("format") != FORMAT:
        raise unfit("the file is no desk exported by FactDesk")
    version = parsed.get("version")
    if isinstance(version, int) and version > VERSION:
        raise NewerDeskError(
            NOT_MADE, f"the export has version {version}, this FactDesk knows {VERSION}", "Install the newest FactDesk."
        )
    if version != VERSION:
        raise _wrong("version")
    return parsed


def _contents(parsed: dict[str, Any]) -> Contents:
    schema, tables, files = parsed.get("schema"), parsed.get("tables"), parsed.get("files")
    found = parsed.get("found", [])
    if not isinstance(schema, int) or schema < 1:
        raise _wrong("schema")
    if not isinstance(tables, dict) or not tables.keys() <= set(TABLES):
        raise _wrong("tables")
    for name, rows in tables.items():
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise _wrong(f"tables.{name}")
    if not isinstance(found, list) or not all(isinstance(line, str) for line in found):
        raise _wrong("found")
    if not isinstance(files, list):
        raise _wrong("files")
    tables = {**tables, "journal": [_salted(row) for row in tables.get("journal", [])]}
    last = tables["journal"][-1] if tables["journal"] else {}
    if parsed.get("head") != {"seq": last.get("seq"), "hash": last.get("hash")}:
        raise _wrong("head")
    return Contents(schema=schema, tables=tables, files=dict(map(_bytes, files)), found=tuple(found))


def _salted(row: dict[str, Any]) -> dict[str, Any]:
    salt = row.get("salt")
    try:
        return row if salt is None else {**row, "salt": bytes.fromhex(salt)}
    except (TypeError, ValueError) as problem:
        raise _wrong("tables.journal.salt") from problem


def _bytes(file: object) -> tuple[str, bytes]:
    match file:
        case {"sha256": str(name), "text": str(text)}:
            return name, text.encode("utf-8", "surrogatepass")
        case {"sha256": str(name), "base64": str(encoded)}:
            try:
                return name, base64.b64decode(encoded, validate=True)
            except ValueError as problem:
                raise _wrong("files.base64") from problem
    raise _wrong("files")


def _wrong(field: str) -> NotADeskError:
    return unfit(f"“{field}” in the export is missing or not what it must be")
