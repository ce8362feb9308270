"""Cues of attribution in the parse of one paragraph: the word that attributes, its source and its matter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from models.statements import cue_words as words
from models.statements.clauses import (
    SUBJECTS,
    Range,
    antecedent,
    around,
    clause_after,
    cue_range,
    infinitive,
    is_passive,
    object_of,
    source_of,
    that_clause,
)


@dataclass(slots=True)
class Cue:
    """A cue word with the tokens of its source and matter; `clause` tells what the matter is.

    `matter` is None where it must be looked for around the cue: a quotation, or the clause that the cue interrupts.
    """

    head: Token
    cue: Range
    source: Range | None
    matter: list[Range] | None
    speaking: bool


def find_cues(doc: Doc) -> Iterator[Cue]:
    """Yield the cues of `doc` in the order of the text, one for each word that attributes."""
    for token in doc:
        found: Cue | None = None
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod"):
            found = _verb(token)
        elif token.pos_ in ("NOUN", "PROPN"):
            found = _noun(token)
        elif token.pos_ == "ADV" and token.lower_ in words.HEARSAY:
            found = Cue(token, (token.i, token.i + 1), None, _whole_clause(token), False)
        if found is not None:
            yield found


def _verb(verb: Token) -> Cue | None:
    lemma = verb.lemma_.lower()
    if verb.lower_ == "according":
        return _according(verb)
    if lemma in ("be", "remain", "become", "feel", "sound", "’", "'s", "seem") and (found := _minded(verb)):
        return found
    if lemma in words.SEEMING and any(
        c.dep_ in ("xcomp", "oprd", "acomp", "ccomp") and c.i > verb.i for c in verb.children
    ):
        return Cue(verb, cue_range(verb), None, around(verb), False)
    passive = is_passive(verb)
    if passive:
        found = _passive(verb, lemma)
        if found is not None:
            return found
    speaking = lemma in words.SPEAKING
    if speaking or lemma in words.THINKING:
        clause = clause_after(verb)
        if clause is not None and not (lemma in ("know", "see", "mean") and verb.dep_ == "ccomp" and not speaking):
            return Cue(verb, cue_range(verb), source_of(verb), clause, speaking)
    if lemma in words.WILLING and (wanted := infinitive(verb)):
        return Cue(verb, cue_range(verb), source_of(verb), [wanted], speaking)
    if not passive:
        if (found := _with_preposition(verb, lemma)) is not None:
            return found
        seen_as = lemma == "see" and any(c.dep_ == "prep" and c.lower_ == "as" for c in verb.children)
        if (lemma in words.SIDING or seen_as) and (thing := object_of(verb) or antecedent(verb)):
            return Cue(verb, cue_range(verb), source_of(verb), [thing], speaking)
    if (stated := that_clause(verb)) is not None:
        return Cue(verb, cue_range(verb), source_of(verb), [stated], False)
    if speaking or (lemma in words.THINKING and verb.dep_ in ("parataxis", "ROOT", "ccomp")):
        return Cue(verb, cue_range(verb), source_of(verb), None, speaking)
    return None


def _according(verb: Token) -> Cue | None:
    to = next((child for child in verb.children if child.lower_ == "to"), None)
    name = next((child for child in to.children if child.dep_ == "pobj"), None) if to else None
    if to is None or name is None:
        return None
    return Cue(verb, (verb.i, to.i + 1), (name.left_edge.i, name.right_edge.i + 1), None, True)


def _minded(verb: Token) -> Cue | None:
    """ "is confident that", "was critical of", "are opposed to"."""
    for child in verb.children:
        if child.dep_ in ("acomp", "attr", "oprd") and child.lemma_.lower() in words.MINDED and child.i > verb.i:
            matter = next(
                (c for c in child.children if c.i > child.i and c.dep_ in ("ccomp", "xcomp", "prep", "advcl")),
                next((c for c in verb.children if c.i > child.i and c.dep_ in ("ccomp", "xcomp", "prep")), None),
            )
            subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
            if matter is None or (subject is not None and subject.lower_ in ("it", "that", "this", "what", "there")):
                return None
            start, end = matter.left_edge.i, matter.right_edge.i + 1
            return Cue(verb, (cue_range(verb)[0], child.i + 1), source_of(verb), [(start, end)], False)
    return None


def _passive(verb: Token, lemma: str) -> Cue | None:
    agent = next((c for c in verb.children if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")), None)
    by = next((c for c in agent.children if c.dep_ in ("pobj",)), None) if agent else None
    source = (by.left_edge.i, by.right_edge.i + 1) if by is not None else None
    cue = cue_range(verb)
    clause = clause_after(verb)
    if clause and (lemma in words.SPEAKING or lemma in words.THINKING):
        return Cue(verb, cue, source, clause, True)
    wanted = infinitive(verb)
    if lemma in words.HELD and wanted:
        return Cue(verb, cue, source, around(verb), False)
    if lemma in words.WILLING and wanted:
        return Cue(verb, cue, source, around(verb), False)
    if lemma in words.NAMING and any(c.dep_ in ("oprd", "attr", "prep") and c.i > verb.i for c in verb.children):
        return Cue(verb, cue, source, around(verb, agent), False)
    if source and lemma in words.SIDING:
        return Cue(verb, (cue[0], agent.i + 1) if agent else cue, source, around(verb, agent), lemma in words.SPEAKING)
    if lemma in ("accuse", "criticize", "criticise", "blame", "praise", "quote", "ask", "mock"):
        return Cue(verb, cue, source, around(verb), False)
    return None


def _with_preposition(verb: Token, lemma: str) -> Cue | None:
    allowed = words.WITH_PREPOSITION.get(lemma)
    if not allowed:
        return None
    for child in verb.children:
        if child.i > verb.i and child.dep_ in ("prep", "prt", "advmod", "aux") and child.lower_ in allowed:
            if child.lower_ in ("out", "back", "down"):
                rest = object_of(verb) or next(
                    ((c.left_edge.i, c.right_edge.i + 1) for c in verb.children if c.dep_ == "prep" and c.i > child.i),
                    None,
                )
                return Cue(verb, (cue_range(verb)[0], child.i + 1), source_of(verb), [rest], True) if rest else None
            inside = [c for c in child.children if c.i > child.i]
            if inside:
                end = max(c.right_edge.i for c in inside) + 1
                further = [c for c in verb.children if c.i >= end and c.dep_ in ("xcomp",)]
                end = max([end, *(c.right_edge.i + 1 for c in further)])
                return Cue(
                    verb,
                    (cue_range(verb)[0], child.i + 1),
                    source_of(verb),
                    [(child.i + 1, end)],
                    lemma in words.SPEAKING,
                )
    return None


def _whole_clause(adverb: Token) -> list[Range]:
    head = adverb.head
    start, end = head.left_edge.i, head.right_edge.i + 1
    return [r for r in ((start, adverb.i), (adverb.i + 1, end)) if r[1] > r[0]]


def _noun(noun: Token) -> Cue | None:
    lemma = noun.lemma_.lower()
    matter: Range | None = None
    end = noun.i + 1
    if lemma in words.NAMED:
        clause = next((c for c in noun.children if c.dep_ in ("acl", "ccomp") and c.i > noun.i), None)
        if clause is not None and (
            clause.dep_ == "ccomp"
            or any(c.lower_ in ("that", "to", "whether") and c.dep_ in ("mark", "aux") for c in clause.children)
        ):
            matter = clause.left_edge.i, clause.right_edge.i + 1
    if matter is None and lemma in words.NAMED_WITH:
        prep = next(
            (c for c in noun.children if c.dep_ == "prep" and c.lower_ in words.NAMED_WITH[lemma] and c.i > noun.i),
            None,
        )
        if prep is not None and any(c.i > prep.i for c in prep.children):
            matter, end = (prep.i + 1, prep.right_edge.i + 1), prep.i + 1
    if matter is None:
        return None
    start = noun.i
    source: Range | None = None
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    other = next(
        (c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("by", "from", "among") and c.i < matter[0]), None
    )
    if owner is not None:
        source = owner.left_edge.i, owner.right_edge.i + 1
    elif other is not None and any(c.dep_ == "pobj" for c in other.children):
        source = other.i + 1, other.right_edge.i + 1
    else:
        verb = noun.head
        if noun.dep_ in ("dobj", "attr", "pobj") and (verb.lemma_.lower() in words.LIGHT or verb.lemma_ == "be"):
            source, start = source_of(verb), cue_range(verb)[0]
    return Cue(noun, (start, end), source, [matter], False)
