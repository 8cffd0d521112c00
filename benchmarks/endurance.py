"""``python -m benchmarks.endurance [--kills N] [--seed N]``: kill -9 at random moments while a desk is worked on.

Two processes work on one desk without a pause: one edits through the window's session (with undo,
redo and half-typed words), the other through the command line's verbs. Each says what was
acknowledged: the hash of the record's head after its step, and what was typed. Both are killed at a random
moment, and then every acknowledged head must be in the record, the words typed last must be there,
and again and again ``verify`` must find nothing.

This proves that a step is kept whole or not at all whatever happens to the *process*. It proves
nothing about power cuts: what the system took over is safe from kill -9 without ever reaching the
disk. Against those there is SQLite's ``synchronous = FULL``, which waits for the disk at each step.
"""

from __future__ import annotations

import argparse
import os
import signal
import sqlite3
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import closing, redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.results import Result
from factdesk.assets import sample_article
from factdesk.cli.main import run as run_verb
from factdesk.errors import NotAllowedError, NothingToUndoError, NotInDeskError, UndoConflictError
from factdesk.model.ids import ArticleId
from factdesk.model.person import Person
from factdesk.model.segment import Label
from factdesk.store.backups import look
from factdesk.text.anchor import anchor_of
from factdesk.work.edits.article import AddArticle
from factdesk.work.edits.claim import ClaimField, DeleteClaim, EditClaim, MarkClaim, SetVerdict
from factdesk.work.edits.edit import Edit
from factdesk.work.edits.segment import LabelStretch
from factdesk.work.intake import read_job
from factdesk.work.jobs import Unwatched
from factdesk.work.session import Session
from factdesk.work.verification import verify

ROUNDS_ON_ONE_DESK = 100
ROUNDS_BETWEEN_LOOKS = 25
LONGEST_LIFE = 0.4
"""Seconds from a process's start to its end, at most; many end while they open the desk."""

REFUSED = (NotAllowedError, NotInDeskError, NothingToUndoError, UndoConflictError)
"""What may meet two who work at once: nothing was done, so nothing was promised."""

Acknowledge = Callable[[str, str], None]
"""Told what is now safe: ("head", hash) or ("typed", number)."""


@dataclass(slots=True)
class Tally:
    """What was done and what was found."""

    kills: int = 0
    acknowledged: int = 0
    verified: int = 0
    lost: int = 0
    faults: tuple[str, ...] = ()

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.acknowledged} steps acknowledged, {self.lost} lost, "
            f"verified {self.verified} times, {len(self.faults)} faults"
        )


def measure(_data: Path) -> list[Result]:
    """Two hundred kills; the share of acknowledged steps that were there afterwards."""
    tally = endure(200, seed=1)
    kept = 1 - tally.lost / max(1, tally.acknowledged)
    return [
        Result("steps kept through kill -9", kept, "share", None, 1.0, str(tally)),
        Result("verify after kill -9", float(not tally.faults), "sound", None, 1.0, "; ".join(tally.faults[:3])),
    ]


def endure(kills: int, seed: int, say: Callable[[str], None] = lambda _: None) -> Tally:
    """Work and kill until ``kills`` processes have been killed; stop at the first fault."""
    random, tally = Random(seed), Tally()
    with TemporaryDirectory(prefix="endurance-") as folder:
        path = Path(folder) / "first.factdesk"
        rounds = 0
        while tally.kills < kills and not (tally.lost or tally.faults):
            if rounds % ROUNDS_ON_ONE_DESK == 0:
                path = Path(folder) / f"desk-{rounds}.factdesk"
                _new_desk(path)
            _one_round(path, random, tally)
            rounds += 1
            if rounds % ROUNDS_BETWEEN_LOOKS == 0 or tally.kills >= kills:
                tally.faults += verify(path)
                tally.verified += 1
                say(str(tally))
    return tally


def _new_desk(path: Path) -> None:
    session = Session.create(path, Person("Window"))
    session.run(AddArticle(intake=read_job(sample_article())(Unwatched())))
    case = session.case(session.articles()[0].id)
    for block in case.version.blocks[:8]:
        session.run(MarkClaim(version_id=case.version.id, anchor=anchor_of(case.version.text, block.span)))
    session.close()


def _one_round(path: Path, random: Random, tally: Tally) -> None:
    workers = [_start(work, path, random.getrandbits(32)) for work in (_window, _command_line)]
    lives = sorted((random.uniform(0, LONGEST_LIFE), worker) for worker in workers)
    began = time.monotonic()
    for life, worker in lives:
        time.sleep(max(0.0, began + life - time.monotonic()))
        os.kill(worker.process, signal.SIGKILL)
        _, status = os.waitpid(worker.process, 0)
        if not os.WIFSIGNALED(status):
            tally.faults += ("a worker ended by itself",)
        tally.kills += 1
    for worker in workers:
        with os.fdopen(worker.pipe, "rb") as pipe:  # what was said fits into a pipe; its end is the process's end
            said = [line.decode().split() for line in pipe.read().split(b"\n")[:-1]]
        tally.acknowledged += len(said)
        tally.lost += missing(path, said)


class Worker(NamedTuple):
    process: int
    pipe: int


def _start(work: Callable[[Path, Random, Acknowledge], None], path: Path, seed: int) -> Worker:
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            work(path, Random(seed), lambda kind, what: _say(writing, f"{kind} {what}\n"))
        except BaseException:  # noqa: BLE001  a bug: nothing else ends a worker before it is killed
            traceback.print_exc(file=sys.__stderr__)
        os._exit(1)
    os.close(writing)
    return Worker(process, reading)


def _say(pipe: int, line: str) -> None:
    os.write(pipe, line.encode())


def missing(path: Path, said: list[list[str]]) -> int:
    """Count what was acknowledged and is not there: heads of the record, and the words typed last."""
    with closing(sqlite3.connect(path)) as connection:
        heads = [what for kind, what in said if kind == "head"]
        there = {row[0] for row in connection.execute("SELECT hash FROM journal")}
        typed = max((int(what) for kind, what in said if kind == "typed"), default=0)
        (kept,) = connection.execute("SELECT coalesce(max(CAST(text AS INTEGER)), 0) FROM typing").fetchone()
    return sum(1 for head in heads if head not in there) + int(int(kept) < typed)


def _window(path: Path, random: Random, acknowledge: Acknowledge) -> None:
    """Work as the window does: edits, undo and redo in one session, words kept while they are typed."""
    session = Session.open(path, Person("Window"))
    article = session.articles()[0].id
    keys = count(int(max(session.typed("field").values(), default="0")) + 1)
    while True:
        session.hearing.poll()
        with suppress(*REFUSED):
            _one_step(session, article, random)
            acknowledge("head", session.head_hash())
        number = next(keys)
        session.keep_typing("field", "note", str(number))
        acknowledge("typed", str(number))


def _one_step(session: Session, article: ArticleId, random: Random) -> None:
    wish = random.randrange(8)
    if wish == 0:
        session.undo()
    elif wish == 1:
        session.redo()
    else:
        session.run(_edit(session, article, random, wish))


def _edit(session: Session, article: ArticleId, random: Random, wish: int) -> Edit:
    case = session.case(article)
    block = random.choice(case.version.blocks)
    anchor = anchor_of(case.version.text, block.span)
    if wish == 2 or not case.claims:
        return MarkClaim(version_id=case.version.id, anchor=anchor)
    claim = random.choice(case.claims)
    if wish == 3:
        return LabelStretch(version_id=case.version.id, anchor=anchor, as_label=Label.OPINION)
    if wish == 4 and len(case.claims) > 4:
        return DeleteClaim(claim_id=claim.id)
    if wish == 5:
        scale = session.scale()
        return SetVerdict(claim_id=claim.id, scale=scale, value=random.choice(scale.values).id, as_of="")
    return EditClaim(claim_id=claim.id, field=ClaimField.NOTE, value=f"note {random.random()}")


def _command_line(path: Path, random: Random, acknowledge: Acknowledge) -> None:
    """Work as a script does: one verb after the other, each opening and closing the desk for itself."""
    with Path(os.devnull).open("w") as silence, redirect_stdout(silence), redirect_stderr(silence):
        while True:
            verb = random.choice(["undo", "redo", "mark", "mark", "mark"])
            more = [str(random.randint(1, 5)), "--note", f"note {random.random()}"] if verb == "mark" else []
            if run_verb([verb, str(path), *more, "--by", "Script"]) == 0:
                acknowledge("head", look(path).hash)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.endurance", description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=2_000, metavar="N", help="how often to kill (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="of the random moments (%(default)s)")
    options = parser.parse_args()
    tally = endure(options.kills, options.seed, print)
    sys.exit(f"{tally}: {tally.faults}" if tally.lost or tally.faults else 0)


if __name__ == "__main__":
    main()
