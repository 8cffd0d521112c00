"""Edits to articles: add one, add a version, correct its details, take it away."""

from __future__ import annotations

from dataclasses import dataclass, field

from msgspec.structs import replace

from factdesk.model.article import Article, Details
from factdesk.model.draft import Draft, Furniture, ProposedSuggestion
from factdesk.model.ids import ArticleId, RemarkId, SegmentId, VersionId, new_id
from factdesk.model.remark import KeptRemark
from factdesk.model.segment import Label, Segment
from factdesk.model.version import Version
from factdesk.store.tables.articles import ARTICLE, VERSION
from factdesk.store.tables.claims import CLAIM
from factdesk.store.tables.queries import AUTHOR_QUERY
from factdesk.store.tables.remarks import REMARK
from factdesk.store.tables.segments import SEGMENT, SUGGESTION
from factdesk.store.tables.sources import EVIDENCE
from factdesk.store.tables.tellings import REJECTED_REPEAT
from factdesk.store.tables.ticks import TICK
from factdesk.store.writer import Writer
from factdesk.text.anchor import anchor_of
from factdesk.text.spans import left_free
from factdesk.work.edits.edit import Stamp, refused
from factdesk.work.edits.suggestion import as_suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """A draft as a person looked it over, with what the rules propose for it.

    Attributes:
        draft: its text and bytes become files; its furniture is replaced by ``furniture``.
        furniture: the stretches to be set aside, each with its reason.
        suggestions: one for each sentence.
        method: which rules made them.
    """

    draft: Draft = field(metadata={"journal": False})
    details: Details
    furniture: tuple[Furniture, ...]
    suggestions: tuple[ProposedSuggestion, ...] = field(metadata={"journal": False})
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddArticle:
    """Take an article in: its first version, the furniture set aside, the suggestions."""

    intake: Intake
    article_id: ArticleId = field(default_factory=lambda: ArticleId(new_id()))
    version_id: VersionId = field(default_factory=lambda: VersionId(new_id()))

    label = "Add article"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        article = Article(
            id=self.article_id,
            details=self.intake.details,
            flags=self.intake.draft.flags,
            added_at=stamp.at,
            added_by=stamp.person.name,
        )
        writer.save(ARTICLE, article)
        _add_version(writer, stamp, self.intake, _Place(self.article_id, self.version_id, 1))
        return self.article_id


@dataclass(frozen=True, slots=True, kw_only=True)
class AddVersion:
    """Add a revised text. Claims stay on the version they were made on until they are re-placed."""

    article_id: ArticleId
    intake: Intake
    version_id: VersionId = field(default_factory=lambda: VersionId(new_id()))

    label = "Add version"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        article = writer.load(ARTICLE, self.article_id)
        number = 1 + max(v.number for v in writer.where(VERSION, "article_id", self.article_id))
        writer.save(ARTICLE, replace(article, details=self.intake.details, flags=self.intake.draft.flags))
        _add_version(writer, stamp, self.intake, _Place(self.article_id, self.version_id, number))
        return self.article_id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditDetails:
    """Correct title, byline, dates and the like, or the case number."""

    article_id: ArticleId
    details: Details
    case_number: str

    label = "Edit article details"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        if not self.details.title.strip():
            raise refused("an article needs a title", "Type a title; the first line of the text will do.")
        article = writer.load(ARTICLE, self.article_id)
        writer.save(ARTICLE, replace(article, details=self.details, case_number=self.case_number))
        return self.article_id


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveArticle:
    """Take an article out of the desk with all that belongs to it; undo brings everything back."""

    article_id: ArticleId

    label = "Remove article"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        for version in writer.where(VERSION, "article_id", self.article_id):
            for segment in writer.where(SEGMENT, "version_id", version.id):
                writer.remove(SEGMENT, segment.id)
            for suggestion in writer.where(SUGGESTION, "version_id", version.id):
                writer.remove(SUGGESTION, suggestion.id)
            for remark in writer.where(REMARK, "version_id", version.id):
                writer.remove(REMARK, remark.id)
            for tick in writer.where(TICK, "version_id", version.id):
                writer.remove(TICK, tick.id)
            for rejected in writer.where(REJECTED_REPEAT, "version_id", version.id):
                writer.remove(REJECTED_REPEAT, rejected.id)
            writer.remove(VERSION, version.id)
        for query in writer.where(AUTHOR_QUERY, "article_id", self.article_id):
            writer.remove(AUTHOR_QUERY, query.id)
        for claim in writer.where(CLAIM, "article_id", self.article_id):
            for evidence in writer.where(EVIDENCE, "claim_id", claim.id):
                writer.remove(EVIDENCE, evidence.id)
            writer.remove(CLAIM, claim.id)
        writer.remove(ARTICLE, self.article_id)
        return self.article_id


@dataclass(frozen=True, slots=True)
class _Place:
    article_id: ArticleId
    version_id: VersionId
    number: int


def _add_version(writer: Writer, stamp: Stamp, intake: Intake, place: _Place) -> None:
    draft = intake.draft
    writer.save(
        VERSION,
        Version(
            id=place.version_id,
            article_id=place.article_id,
            number=place.number,
            text="",
            text_sha256=writer.keep_file(draft.text.encode("utf-8")),
            file_sha256=writer.keep_file(draft.original),
            file_name=draft.file_name,
            reader=draft.reader,
            blocks=draft.blocks,
            added_at=stamp.at,
            added_by=stamp.person.name,
            links=draft.links,
            pages=draft.pages,
        ),
    )
    _set_aside(writer, stamp, intake, place.version_id)
    _propose(writer, intake, place.version_id)
    for remark in draft.remarks:
        writer.save(REMARK, KeptRemark(id=RemarkId(new_id()), version_id=place.version_id, remark=remark))


def _set_aside(writer: Writer, stamp: Stamp, intake: Intake, version_id: VersionId) -> None:
    for piece in intake.furniture:
        segment = Segment(
            id=SegmentId(new_id()),
            version_id=version_id,
            label=Label.FURNITURE,
            anchor=anchor_of(intake.draft.text, piece.span),
            reason=piece.reason,
            in_bulk=True,
            made_at=stamp.at,
            made_by=stamp.person.name,
        )
        writer.save(SEGMENT, segment)


def _propose(writer: Writer, intake: Intake, version_id: VersionId) -> None:
    for proposed in left_free(intake.suggestions, (piece.span for piece in intake.furniture)):
        writer.save(SUGGESTION, as_suggestion(proposed, version_id, intake.method))
