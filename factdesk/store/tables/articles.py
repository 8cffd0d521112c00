"""Articles and versions as rows."""

from __future__ import annotations

from msgspec.json import decode

from factdesk.model.article import Article, Details, ProvenanceFlag
from factdesk.model.ids import ArticleId, VersionId
from factdesk.model.version import Block, BlockKind, Link, PageStart, Version
from factdesk.store.tables.rows import Row, Table, canonical, canonical_list, listed, members
from factdesk.text.spans import Span

_KINDS = members(BlockKind)
_DETAILS = Details.__struct_fields__


def _article_row(article: Article) -> Row:
    return {
        "id": article.id,
        **{name: getattr(article.details, name) for name in _DETAILS},
        "case_number": article.case_number,
        "flags": canonical(sorted(article.flags)),
        "added_at": article.added_at,
        "added_by": article.added_by,
    }


def _article(row: Row) -> Article:
    return Article(
        id=ArticleId(str(row["id"])),
        details=Details(**{name: str(row[name]) for name in _DETAILS}),
        case_number=str(row["case_number"]),
        flags=frozenset(ProvenanceFlag(flag) for flag in decode(str(row["flags"]))),
        added_at=str(row["added_at"]),
        added_by=str(row["added_by"]),
    )


def _version_row(version: Version) -> Row:
    return {
        "id": version.id,
        "article_id": version.article_id,
        "number": version.number,
        "text_sha256": version.text_sha256,
        "file_sha256": version.file_sha256,
        "file_name": version.file_name,
        "reader": version.reader,
        "blocks": canonical_list([block.kind, *block.span, block.level] for block in version.blocks),
        "added_at": version.added_at,
        "added_by": version.added_by,
        "links": canonical([[*link.span, link.address] for link in version.links]),
        "pages": canonical([[page.start, page.label] for page in version.pages]),
    }


def _version(row: Row) -> Version:
    """Return the version without its text, which is a file: ``store.cases`` puts it in."""
    blocks = (Block(_KINDS[kind], Span(start, end), level) for kind, start, end, level in listed(str(row["blocks"])))
    return Version(
        id=VersionId(str(row["id"])),
        article_id=ArticleId(str(row["article_id"])),
        number=int(row["number"] or 0),
        text="",
        text_sha256=str(row["text_sha256"]),
        file_sha256=str(row["file_sha256"]),
        file_name=str(row["file_name"]),
        reader=str(row["reader"]),
        blocks=tuple(blocks),
        added_at=str(row["added_at"]),
        added_by=str(row["added_by"]),
        links=tuple(Link(Span(start, end), address) for start, end, address in decode(str(row["links"]))),
        pages=tuple(PageStart(start, label) for start, label in decode(str(row["pages"]))),
    )


ARTICLE = Table("article", _article_row, _article)
VERSION = Table("version", _version_row, _version)
