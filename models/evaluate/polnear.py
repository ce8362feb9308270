"""An outside check: PolNeAR (Newell, Margolin and Ruths 2018), attributions in US political news of 2015 and 2016.

Nobody trained on it. Its annotators marked far more than reported speech: beliefs, wishes, support, criticism, and what
"seems" or "is expected". An attribution inside another's content is not marked there, so the nested ones that the
extractor finds are left out before scoring. The rules of `models.evaluate.quote_rules` score the rest: all of it, and
reports of speech alone, which is what quotation extractors look for (gold and found by the same test, `is_speech`).
"""

from __future__ import annotations

import re
import tarfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from models.errors import InputError
from models.evaluate.quote_rules import Marked, QuoteScores, Spans, score_quotes
from models.statements.attributions import Attribution, find_attributions_of
from models.statements.cue_words import SPEAKING
from models.statements.marks import quotations

BATCH = 8
"""Articles that share the parser's batches."""
_SPAN = re.compile(r"(T\d+)\t(Source|Cue|Content)\d* (\d+ \d+(?:;\d+ \d+)*)\t")
_EVENT = re.compile(r"E\d+\tAttribution(?:-no-source)?:T\d+ (.+)")
_IRREGULAR = {"said": "say", "told": "tell", "wrote": "write", "written": "write", "swore": "swear", "read": "read"}


@dataclass(frozen=True, slots=True)
class Article:
    """A text of PolNeAR with its gold attributions."""

    name: str
    text: str
    gold: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class PolnearReport:
    """How well the extractor finds the attributions of one split."""

    split: str
    articles: int
    all: QuoteScores
    speech: QuoteScores

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, for metrics.json."""
        return {**asdict(self), "all": self.all.to_dict(), "speech": self.speech.to_dict()}

    def table(self) -> str:
        """Return the figures for a terminal, with the rules in words."""
        lines = [f"PolNeAR, {self.articles} articles of {self.split}; precision, recall and F1 in per cent"]
        for title, scores in (("every attribution", self.all), ("reports of speech only", self.speech)):
            lines += ["", f"{title}: {scores.overlap_30.gold} marked, {scores.overlap_30.found} found", scores.table()]
        return "\n".join(lines)


def evaluate_polnear(
    path: Path, split: str = "test", progress: Callable[[int, int], None] | None = None
) -> PolnearReport:
    """Score the extractor on a split of PolNeAR.

    Raises InputError where `path` is neither PolNeAR's folder nor its archive.
    """
    articles = read_polnear(path, split)
    every: list[tuple[list[Marked], list[Marked]]] = []
    spoken: list[tuple[list[Marked], list[Marked]]] = []
    for start in range(0, len(articles), BATCH):
        batch = articles[start : start + BATCH]
        for article, items in zip(batch, find_attributions_of([item.text for item in batch]), strict=True):
            found = [_marked(item) for item in items if not item.nested]
            every.append((list(article.gold), found))
            spoken.append(
                (
                    [item for item in article.gold if is_speech(article.text, item)],
                    [item for item in found if is_speech(article.text, item)],
                )
            )
        if progress:
            progress(min(start + BATCH, len(articles)), len(articles))
    return PolnearReport(split, len(articles), score_quotes(every), score_quotes(spoken))


def is_speech(text: str, item: Marked) -> bool:
    """Whether the cue has a form of a verb of speaking or "according to", or the content has three quoted words."""
    cue = " ".join(text[start:end] for start, end in item.cue).lower()
    if "according to" in cue or any(_stems(word) & SPEAKING for word in re.findall(r"[a-z]+", cue)):
        return True
    quoted = (text[start:end] for start, end in item.content)
    return any(len(words[first:last].split()) >= 3 for words in quoted for first, last in quotations(words))


def _stems(word: str) -> set[str]:
    """What `word` may be a form of: "replied" of "reply", "noting" of "note"."""
    stems = {word, _IRREGULAR.get(word, word)}
    for ending in ("s", "es", "d", "ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            stems |= {stem, stem + "e", stem[:-1] if stem[-1] == stem[-2] else stem, re.sub("i$", "y", stem)}
    return stems


def read_polnear(path: Path, split: str) -> list[Article]:
    """Return the articles of a split, by name; of several annotators of one article the first by name counts.

    `path` is the unpacked folder or the archive (.tar.gz). Raises InputError where it is neither.
    """
    files = _from_folder(path, split) if path.is_dir() else _from_archive(path, split)
    texts = {name.removesuffix(".txt"): text for (kind, name), text in files.items() if kind == "text"}
    marks: dict[str, str] = {}
    for (kind, name), text in sorted(files.items()):
        if kind == "attributions" and name.endswith(".ann"):
            marks.setdefault(name.removesuffix(".ann").rpartition("_")[0], text)
    articles = [Article(name, text, read_marks(marks[name])) for name, text in sorted(texts.items()) if name in marks]
    if not articles:
        raise InputError(f"There are no annotated articles of {split!r} in {path}; give PolNeAR's folder or archive.")
    return articles


def read_marks(annotation: str) -> tuple[Marked, ...]:
    """Return the attributions of an annotation file (brat's standoff format), in the order of their contents."""
    spans: dict[str, Spans] = {}
    found: list[Marked] = []
    for line in annotation.split("\n"):
        if match := _SPAN.match(line):
            pairs = (pair.split() for pair in match[3].split(";"))
            spans[match[1]] = tuple((int(start), int(end)) for start, end in pairs)
    for line in annotation.split("\n"):
        if match := _EVENT.match(line):
            roles: dict[str, list[tuple[int, int]]] = {"Source": [], "Cue": [], "Content": []}
            for role, _, key in (part.partition(":") for part in match[1].split()):
                roles.setdefault(role.rstrip("0123456789"), []).extend(spans.get(key, ()))
            source, cue, content = (tuple(sorted(roles[role])) for role in ("Source", "Cue", "Content"))
            if content:
                found.append(Marked(source, cue, content))
    return tuple(sorted(found, key=lambda item: item.content))


def _marked(item: Attribution) -> Marked:
    return Marked((item.source,) if item.source else (), (item.cue,), item.content)


def _from_folder(path: Path, split: str) -> dict[tuple[str, str], str]:
    folder = next((place for place in (path / "data" / split, path / split) if place.is_dir()), path)
    return {
        (kind, file.name): file.read_bytes().decode("utf-8")
        for kind in ("text", "attributions")
        for file in sorted((folder / kind).glob("*.*"))
    }


def _from_archive(path: Path, split: str) -> dict[tuple[str, str], str]:
    files: dict[tuple[str, str], str] = {}
    try:
        with tarfile.open(path) as archive:
            for member in archive:
                part, kind, name = ("", "", "", *PurePosixPath(member.name).parts)[-3:]
                if member.isfile() and part == split and kind in ("text", "attributions"):
                    content = archive.extractfile(member)
                    files[kind, name] = content.read().decode("utf-8") if content else ""
    except (OSError, tarfile.TarError, EOFError) as error:
        raise InputError(f"{path} is neither PolNeAR's folder nor its archive (.tar.gz).") from error
    return files
