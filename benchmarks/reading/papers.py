"""What survives of a document made by a real program: pandoc and LibreOffice make it, our readers read it.

Each source is a gold body of ``extraction`` set as an article with headings, a list, links, quotations, notes, comments
and tracked changes (as far as the program writes them). *Words in order*: twice the words that stand in the same order
in both, over the words of both, so that a lost and an added word cost the same. Libraries are asked for plain text.
"""

from __future__ import annotations

import importlib
import io
import json
import re
import shutil
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from email.message import EmailMessage
from functools import partial
from pathlib import Path
from statistics import mean

import typst

from benchmarks.results import RERUN, Result
from factdesk.model.remark import RemarkKind
from factdesk.model.version import BlockKind
from factdesk.readers.reading import Reading

_OFFICE, _OPEN_OFFICE = "LibreOffice out of Word", "LibreOffice out of OpenDocument"
_MAIL = "pandoc and Python's email package"
_ARTICLES = 20
_WORD = re.compile(r"\w+")
_MARKS = re.compile(r"([\\`*_{}\[\]<>#+\-.!|~^$@\"'()=:])")
_READERS = {
    "docx": "word.document", "odt": "opendocument.document", "rtf": "rtf.document", "pdf": "pdf.document",
    "epub": "epub", "eml": "mail",
}  # fmt: skip
_BARS = {"pdf": 0.99}
_BAR = 0.995
_TWO_COLUMNS = """
#set page(paper: "a4", columns: 2, header: [The Sheet #h(1fr) No. 7])
#set page(footer: context align(center, counter(page).display()))
#set text(lang: "en", hyphenate: true, size: 9.5pt)
#set par(justify: true, first-line-indent: 1em)
#show heading: set text(size: 12pt)
"""


@dataclass(slots=True)
class _Source:
    """One article as it was meant; ``words`` without its notes."""

    title: str
    parts: list[tuple[str, str]] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    comments: list[tuple[str, str]] = field(default_factory=list)

    def words(self) -> list[str]:
        return _words(" ".join([self.title, *(words for _, words in self.parts)]))


def measure(data: Path) -> list[Result]:
    """Measure every format on the bodies below ``data``."""
    truth = data / "extraction" / "ground-truth.json"
    missing = [name for name in ("pandoc", "soffice") if not shutil.which(name)]
    if missing or not truth.exists():
        why = f"no {' or '.join(missing)} here" if missing else "no data"
        return [Result("documents: words in order", None, "share", bar=_BAR, note=why)]
    sources = list(_sources(truth))
    with tempfile.TemporaryDirectory() as folder:
        made = _made(sources, Path(folder))
        return [result for (program, suffix), files in made.items() for result in _survives(program, suffix, files)]


def _sources(truth: Path) -> Iterator[_Source]:
    bodies = [page["articleBody"] for page in json.loads(truth.read_text(encoding="utf-8")).values()]
    long = [body for body in bodies if 12 <= body.count("\n") <= 60]
    for nth, body in enumerate(long[:: max(1, len(long) // _ARTICLES)][:_ARTICLES]):
        yield _source(nth, [line.strip() for line in body.split("\n") if len(line.split()) > 3])


def _source(nth: int, lines: list[str]) -> _Source:
    source = _Source(f"Article number {nth} of the measurement")
    for at, line in enumerate(lines):
        kind = {4: "heading", 5: "item", 6: "item", 8: "quotation"}.get(at % 10, "paragraph")
        source.parts.append((kind, " ".join(line.split()[:8]) if kind == "heading" else line))
        if kind == "paragraph" and at % 10 in (1, 3):
            source.links.append((" ".join(line.split()[1:3]), f"https://example.org/{nth}/{at}"))
        if kind == "paragraph" and at % 10 == 2:
            source.notes.append(f"Note {at} says where this comes from.")
        if kind == "paragraph" and at % 10 == 7:
            source.comments.append((" ".join(line.split()[:4]), f"Comment {at}: who says so?"))
    return source


def _markdown(source: _Source, *, notes: bool, changes: bool) -> str:
    """Return the source for pandoc, with its notes, and with its comments and a tracked deletion."""
    links, noted, comments = iter(source.links), iter(source.notes), iter(source.comments)
    found = [f"# {_plain(source.title)}"]
    for at, (kind, words) in enumerate(source.parts):
        text = _plain(words)
        if kind == "paragraph" and at % 10 in (1, 3):
            carried, address = next(links)
            first, rest = words.split()[0], " ".join(words.split()[3:])
            text = f"{_plain(first)} [{_plain(carried)}]({address}) {_plain(rest)}"
        if notes and kind == "paragraph" and at % 10 == 2:
            text += f"^[{_plain(next(noted))}]"
        if changes and kind == "paragraph" and at % 10 == 7:
            ours, comment = next(comments)
            opening = f'[{_plain(comment)}]{{.comment-start id="{at}" author="AB" date="2026-01-01T00:00:00Z"}}'
            text = f'{opening}{_plain(ours)}[]{{.comment-end id="{at}"}} {_plain(" ".join(words.split()[4:]))}'
            text += '[gone words]{.deletion author="AB" date="2026-01-01T00:00:00Z"}'
        found.append({"heading": "## ", "item": "- ", "quotation": "> "}.get(kind, "") + text)
    return "\n\n".join(found)


def _plain(words: str) -> str:
    return _MARKS.sub(r"\\\1", words)


def _made(sources: list[_Source], folder: Path) -> dict[tuple[str, str], list[tuple[_Source, Path]]]:
    made: defaultdict[tuple[str, str], list[tuple[_Source, Path]]] = defaultdict(list)
    for nth, source in enumerate(sources):
        for suffix in ("docx", "odt", "rtf", "epub", "paper.docx"):
            to = folder / f"pandoc-{nth}.{suffix}"
            marked = _markdown(source, notes=suffix != "paper.docx", changes=suffix == "docx")
            _run("pandoc", "-s", "-f", "markdown", "-o", str(to), words=marked)
            made["pandoc", suffix].append((source, to))
        del made["pandoc", "paper.docx"]
        to = folder / f"two-columns-{nth}.pdf"
        to.write_bytes(typst.compile(_two_columns(source).encode()))
        made["Typst", "pdf"].append((source, to))
        to = folder / f"mail-{nth}.eml"
        to.write_bytes(_mail(source))
        made[_MAIL, "eml"].append((source, to))
    for program, suffix, pattern in (
        (_OFFICE, "odt", "pandoc-{}.docx"),
        (_OFFICE, "rtf", "pandoc-{}.docx"),
        (_OFFICE, "pdf", "pandoc-{}.paper.docx"),
        (_OPEN_OFFICE, "rtf", "pandoc-{}.odt"),
        (_OPEN_OFFICE, "docx", "pandoc-{}.odt"),
    ):
        out = folder / program / suffix
        files = [folder / pattern.format(nth) for nth in range(len(sources))]
        _run("soffice", "--headless", "--convert-to", suffix, "--outdir", str(out), *map(str, files))
        made[program, suffix] = [(s, out / f"{file.stem}.{suffix}") for s, file in zip(sources, files, strict=True)]
    return dict(made)


def _two_columns(source: _Source) -> str:
    marks = {"heading": "== ", "item": "- "}
    parts = [marks.get(kind, "") + f"#text({json.dumps(words, ensure_ascii=False)})" for kind, words in source.parts]
    return "\n\n".join([_TWO_COLUMNS + f"= #text({json.dumps(source.title, ensure_ascii=False)})", *parts])


def _mail(source: _Source) -> bytes:
    """Return the source as an e-mail in plain words and as a web page; its title is the subject."""
    _title, marked = _markdown(source, notes=True, changes=False).split("\n\n", 1)
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "author@example.org", "desk@example.org", source.title
    for flavour, add in (("plain", message.set_content), ("html", partial(message.add_alternative, subtype="html"))):
        add(_run("pandoc", "-f", "markdown", "-t", flavour, words=marked).decode())
    return message.as_bytes()


def _run(*command: str, words: str = "") -> bytes:
    return subprocess.run(command, input=words.encode(), check=True, capture_output=True, timeout=600).stdout


def _survives(program: str, suffix: str, files: list[tuple[_Source, Path]]) -> Iterator[Result]:
    name = f"{suffix} by {program}"
    try:
        read = importlib.import_module(f"factdesk.readers.papers.{_READERS[suffix]}").read
    except ModuleNotFoundError:
        return
    read_all = [(source, read(path.read_bytes())) for source, path in files]
    ours = mean(_in_order(source.words(), _words(_body(reading))) for source, reading in read_all)
    library = _beside(suffix, files)
    note = f"{len(files)} articles" + (f"; floor is {library[0]}" if library else "")
    bar = _BARS.get(suffix, _BAR)
    yield Result(f"{name}: words in order", ours, "share", library[1] if library else None, bar, note, RERUN)
    for what, share in _parts(read_all, suffix, program).items():
        yield Result(f"{name}: {what}", share, "share")


def _beside(suffix: str, files: list[tuple[_Source, Path]]) -> tuple[str, float] | None:
    ways: dict[str, tuple[str, Callable[[bytes], str]]] = {
        "docx": ("mammoth", _mammoth),
        "rtf": ("striprtf", _striprtf),
    }
    if suffix not in ways:
        return None
    name, text_of = ways[suffix]
    return name, mean(_in_order(source.words(), _words(text_of(path.read_bytes()))) for source, path in files)


def _mammoth(data: bytes) -> str:
    import mammoth

    return str(mammoth.extract_raw_text(io.BytesIO(data)).value)


def _striprtf(data: bytes) -> str:
    from striprtf.striprtf import rtf_to_text as text_of

    return str(text_of(data.decode("latin-1"), errors="ignore"))


def _parts(read_all: list[tuple[_Source, Reading]], suffix: str, program: str) -> dict[str, float]:
    """Return the share of what was meant that came out, by what it is."""
    found: dict[str, list[bool]] = defaultdict(list)
    for source, reading in read_all:
        kinds = {_squeezed(reading.text[slice(*block.span)]): block.kind for block in reading.blocks}
        for kind, words in source.parts:
            wanted = {"heading": BlockKind.HEADING, "item": BlockKind.LIST_ITEM, "quotation": BlockKind.QUOTATION}.get(
                kind
            )
            if wanted:
                found[f"{kind}s"].append(kinds.get(_squeezed(words)) is wanted)
        if program != "Typst":
            links = {(_squeezed(reading.text[slice(*link.span)]), link.address) for link in reading.links}
            found["links"] += [(_squeezed(words), address) in links for words, address in source.links]
        if suffix != "pdf" and program != _OFFICE:  # which repeats the first note of Word's in place of the others
            notes = {_squeezed(remark.text) for remark in reading.remarks if remark.kind is not RemarkKind.COMMENT}
            found["notes"] += [_squeezed(note) in notes for note in source.notes]
        if (program, suffix) in (("pandoc", "docx"), (_OFFICE, "odt"), (_OFFICE, "rtf")):
            ties = {(_squeezed(reading.text[slice(*r.span)]), _squeezed(r.text)) for r in reading.remarks}
            found["comments on their words"] += [(_squeezed(a), _squeezed(b)) in ties for a, b in source.comments]
            found["deletions left out"].append("gone words" not in reading.text)
    return {what: mean(shares) for what, shares in found.items() if shares}


def _body(reading: Reading) -> str:
    aside = {at for span, _ in reading.set_aside for at in range(*span)}
    own = (block.span for block in reading.blocks if block.kind is not BlockKind.NOTE)
    return "\n".join("".join(reading.text[at] for at in range(*span) if at not in aside) for span in own)


def _in_order(wanted: list[str], found: list[str]) -> float:
    return SequenceMatcher(None, wanted, found, autojunk=False).ratio()


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _squeezed(words: Iterable[str] | str) -> str:
    return " ".join(_WORD.findall("".join(words)))
