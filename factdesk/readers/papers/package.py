"""The zip that an office document is: its parts, looked at with care before anything is unpacked or parsed."""

from __future__ import annotations

import codecs
import io
import zipfile
import zlib
from itertools import pairwise
from posixpath import dirname, join, normpath

from lxml import etree

from factdesk.errors import UnreadableArticleError
from factdesk.readers.files import WHAT

codecs.lookup("cp437")  # of old zips' names; now, since where readers run, nothing is imported once they read

_MOST_PARTS = 10_000
_LARGEST_PART = 64 * 1024 * 1024
"""Bytes of one part, unpacked."""
_LARGEST = 256 * 1024 * 1024
"""Bytes of all parts, unpacked."""

_DECLARATIONS = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))

REMEDY = "Open it in the program it comes from and save it again, or copy its words and paste them."


class Package:
    """The parts of one document.

    Raises:
        UnreadableArticleError: it is damaged, encrypted, or made to unpack to more than an article can be.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, OSError):
            raise damaged("it is cut off or damaged: the zip that holds its parts cannot be opened") from None
        self._parts = {info.filename: info for info in _looked_over(self._zip.infolist())}
        self._left = _LARGEST

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def names(self) -> tuple[str, ...]:
        return tuple(self._parts)

    def part(self, name: str) -> bytes:
        """Return the bytes of a part, or nothing where there is no such part."""
        if name not in self._parts:
            return b""
        try:
            with self._zip.open(self._parts[name]) as file:
                data = file.read(_LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError):
            raise damaged(f"it is damaged: its part {name} cannot be unpacked") from None
        self._left -= len(data)
        if len(data) > _LARGEST_PART or self._left < 0:
            raise damaged("it unpacks to far more than an article can be")
        return data

    def xml(self, name: str) -> etree._Element | None:
        """Return the root of a part that is XML, or None where there is no such part."""
        data = self.part(name)
        return parsed(data, name) if data else None


def parsed(data: bytes, name: str) -> etree._Element:
    """Parse XML that comes from anywhere: no DTD, no entity, no network, no depth without end.

    Raises:
        UnreadableArticleError: it is not well formed, or declares a document type.
    """
    if any(declaration in data for declaration in _DECLARATIONS):
        raise damaged(f"its part {name} declares a document type, which no such document has")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise damaged(f"it is damaged: its part {name} is no sound XML") from None
    return root


def damaged(why: str) -> UnreadableArticleError:
    """Return the refusal of a document, for the reason ``why``."""
    return UnreadableArticleError(WHAT, why, REMEDY)


def local(element: etree._Element) -> str:
    """Return the element's name without its namespace; strict and transitional documents differ only there."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element | None, name: str) -> str:
    """Return the value of the first attribute called ``name`` in any namespace, or nothing."""
    if element is None:
        return ""
    return next((value for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first descendant along ``path``, one name for each level."""
    for name in path:
        element = None if element is None else next((one for one in element if local(one) == name), None)
    return element


def beside(part: str, target: str) -> str:
    """Return the name of the part that ``part`` calls ``target``."""
    return target.lstrip("/") if target.startswith("/") else normpath(join(dirname(part), target))


def _looked_over(infos: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    if len(infos) > _MOST_PARTS:
        raise damaged(f"it has {len(infos):,} parts")
    if any(info.flag_bits & 1 for info in infos):
        raise UnreadableArticleError(WHAT, "it is locked with a password", "Save a copy without the password first.")
    if sum(info.file_size for info in infos) > _LARGEST:
        raise damaged("it unpacks to far more than an article can be")
    places = sorted((info.header_offset, info.header_offset + info.compress_size) for info in infos)
    if any(before[1] > after[0] for before, after in pairwise(places)):
        raise damaged("parts of its zip lie over one another")
    return infos
