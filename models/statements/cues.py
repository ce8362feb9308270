"""Cues of attribution in the parse of one paragraph: the word that attributes, its source and its matter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from models.statements import cue_words as words

Range = tuple[int, int]
"""Tokens from the first to before the second."""
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
CLIMB = 5
"""How many heads up a missing subject is looked for."""
ADJUNCTS = ("advcl", "npadvmod", "punct", "cc", "conj", "parataxis", "advmod", "neg", "aux", "dep", "meta", "intj")
TIMES = ("in", "on", "at", "during", "after", "before", "since", "by", "while", "until", "following", "via", "through")
"""Prepositions that mostly say when and where something was said."""


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
        return Cue(verb, _cue_range(verb), None, _around(verb), False)
    passive = is_passive(verb)
    if passive:
        found = _passive(verb, lemma)
        if found is not None:
            return found
    speaking = lemma in words.SPEAKING
    if speaking or lemma in words.THINKING:
        clause = clause_after(verb)
        if clause is not None and not (lemma in ("know", "see", "mean") and verb.dep_ == "ccomp" and not speaking):
            return Cue(verb, _cue_range(verb), source_of(verb), clause, speaking)
    if lemma in words.WILLING and (wanted := _infinitive(verb)):
        return Cue(verb, _cue_range(verb), source_of(verb), [wanted], speaking)
    if not passive:
        if (found := _with_preposition(verb, lemma)) is not None:
            return found
        if lemma in words.SIDING and (thing := _object(verb) or _antecedent(verb)):
            return Cue(verb, _cue_range(verb), source_of(verb), [thing], speaking)
    if speaking or (lemma in words.THINKING and verb.dep_ in ("parataxis", "ROOT", "ccomp")):
        return Cue(verb, _cue_range(verb), source_of(verb), None, speaking)
    return None


def is_passive(verb: Token) -> bool:
    """Whether `verb` is a passive, also a shortened one ("criticised by")."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    return (
        verb.tag_ == "VBN"
        and verb.dep_ in ("acl", "advcl")
        and not any(c.dep_ in ("aux", "nsubj") for c in verb.children)
    )


def clause_after(verb: Token) -> list[Range] | None:
    """The clause that `verb` takes after it ("said that ..."), conjoined clauses included.

    A relative pronoun that the clause has lent to the front comes first ("which officials said will ...").
    """
    for child in verb.children:
        if child.dep_ in ("ccomp", "xcomp") and child.i > verb.i:
            if child.dep_ == "xcomp" and child.tag_ != "VBG":
                continue
            start = child.left_edge.i
            if start > verb.i:
                return [(start, child.right_edge.i + 1)]
            front = [c for c in child.children if c.i < verb.i and c.dep_ != "punct"]
            if verb.dep_ == "relcl" and len(front) == 1:
                return [(front[0].left_edge.i, front[0].right_edge.i + 1), (verb.i + 1, child.right_edge.i + 1)]
    return None


def source_of(verb: Token) -> Range | None:
    """The words that name who speaks: the subject of `verb`, or of a verb that it hangs on."""
    token = verb
    for _ in range(CLIMB):
        subjects = [c for c in token.children if c.dep_ in SUBJECTS and c.dep_ != "expl"]
        subject = max(subjects, key=lambda c: (c.i < token.i, c.i if c.i < token.i else -c.i), default=None)
        if subject is None and token is verb:
            subject = _inverted(verb)
        if subject is not None:
            if is_passive(token) and token is not verb and not is_passive(verb) and token.dep_ == "relcl":
                return _noun_range(token.head, verb)
            return _noun_range(subject, verb)
        if token.dep_ in ("relcl", "acl"):
            return _noun_range(token.head, verb)
        if (
            token.dep_ in ("conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "dobj", "pobj", "oprd", "dep")
            and token.head != token
        ):
            if token.dep_ in ("xcomp", "ccomp"):
                other = next((c for c in token.head.children if c.dep_ in ("dobj", "dative") and c.i < token.i), None)
                if other is not None and token.dep_ == "xcomp":
                    return _noun_range(other, verb)
                if token.dep_ == "ccomp":
                    return None
            token = token.head
        else:
            return None
    return None


def _inverted(verb: Token) -> Token | None:
    """The subject that the parser took for something else: `"...," opined the paper`."""
    if (
        verb.i == 0
        or verb.nbor(-1).text not in (",", "”", '"', "''", "’", "?", "!")
        or verb.tag_ not in ("VBD", "VBZ", "VBP")
    ):
        return None
    return next(
        (
            c
            for c in verb.rights
            if c.dep_ in ("dobj", "attr", "oprd", "npadvmod", "ccomp") and c.pos_ in ("PROPN", "NOUN")
        ),
        None,
    )


def _noun_range(noun: Token, verb: Token) -> Range | None:
    """The noun with all that belongs to it, on its side of `verb`."""
    start, end = noun.left_edge.i, noun.right_edge.i + 1
    if noun.i < verb.i:
        end = min(end, verb.i)
        # what hangs on the noun and holds the verb ends before the verb's own clause
        inner = [
            child for child in noun.children if child.i > noun.i and child.left_edge.i <= verb.i <= child.right_edge.i
        ]
        if inner:
            end = min(end, inner[0].left_edge.i)
    else:
        start = max(start, verb.i + 1)
    doc = noun.doc
    while end - 1 > noun.i and (doc[end - 1].is_punct or doc[end - 1].dep_ in ("cc", "mark")) and end - 1 != start:
        if doc[end - 1].text in (",", "--", "—", "–", ")") and any(t.is_punct for t in doc[noun.i + 1 : end - 1]):
            break
        end -= 1
    for dash in range(start + 1, min(noun.i, start + 8)):
        if doc[dash].text in ("—", "–", "-", "--") and doc[start].text.isupper():
            start = dash + 1  # a dateline: "MACAU (Reuters) - ..."
            break
    while start < noun.i and (doc[start].is_punct or doc[start].dep_ == "cc"):
        start += 1
    return (start, end) if end > start else None


def _cue_range(verb: Token) -> Range:
    """The verb with its auxiliaries, negation and particles."""
    start = end = verb.i
    for child in verb.lefts:
        near = child.dep_ in ("aux", "auxpass", "neg") or (child.dep_ == "advmod" and child.i + 1 >= start)
        if near and all(
            t.dep_ in ("aux", "auxpass", "neg", "advmod") and t.head == verb for t in verb.doc[child.i : verb.i]
        ):
            start = min(start, child.i)
    for child in verb.rights:
        if child.dep_ == "prt" and child.i <= end + 2:
            end = child.i
    return start, end + 1


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
            return Cue(verb, (_cue_range(verb)[0], child.i + 1), source_of(verb), [(start, end)], False)
    return None


def _passive(verb: Token, lemma: str) -> Cue | None:
    agent = next((c for c in verb.children if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")), None)
    by = next((c for c in agent.children if c.dep_ in ("pobj",)), None) if agent else None
    source = (by.left_edge.i, by.right_edge.i + 1) if by is not None else None
    cue = _cue_range(verb)
    clause = clause_after(verb)
    if clause and (lemma in words.SPEAKING or lemma in words.THINKING):
        return Cue(verb, cue, source, clause, True)
    infinitive = _infinitive(verb)
    if lemma in words.HELD and infinitive:
        return Cue(verb, cue, source, _around(verb), False)
    if lemma in words.WILLING and infinitive:
        return Cue(verb, cue, source, _around(verb), False)
    if lemma in words.NAMING and any(c.dep_ in ("oprd", "attr", "prep") and c.i > verb.i for c in verb.children):
        return Cue(verb, cue, source, _around(verb, agent), False)
    if source and lemma in words.SIDING:
        return Cue(verb, (cue[0], agent.i + 1) if agent else cue, source, _around(verb, agent), lemma in words.SPEAKING)
    if lemma in ("accuse", "criticize", "criticise", "blame", "praise", "quote", "ask", "mock"):
        return Cue(verb, cue, source, _around(verb), False)
    return None


def _infinitive(verb: Token) -> Range | None:
    """ "(wants) to leave", "(urged) Kyiv to sign", "(considers) leaving"."""
    for child in verb.children:
        if child.i > verb.i and child.dep_ in ("xcomp", "ccomp", "advcl"):
            if child.dep_ == "advcl" and not (
                child.i and any(c.dep_ == "aux" and c.lower_ == "to" for c in child.children)
            ):
                continue
            if child.dep_ == "advcl" and verb.lemma_ not in ("vow", "threaten", "promise", "pledge", "urge", "vote"):
                continue
            start = child.left_edge.i
            person = [c for c in verb.children if c.dep_ in ("dobj", "dative") and verb.i < c.i < start]
            start = min([start, *(c.left_edge.i for c in person)])
            return (start, child.right_edge.i + 1) if start > verb.i else None
    return None


def _with_preposition(verb: Token, lemma: str) -> Cue | None:
    allowed = words.WITH_PREPOSITION.get(lemma)
    if not allowed:
        return None
    for child in verb.children:
        if child.i > verb.i and child.dep_ in ("prep", "prt", "advmod", "aux") and child.lower_ in allowed:
            if child.lower_ in ("out", "back", "down"):
                rest = _object(verb) or next(
                    ((c.left_edge.i, c.right_edge.i + 1) for c in verb.children if c.dep_ == "prep" and c.i > child.i),
                    None,
                )
                return Cue(verb, (_cue_range(verb)[0], child.i + 1), source_of(verb), [rest], True) if rest else None
            inside = [c for c in child.children if c.i > child.i]
            if inside:
                end = max(c.right_edge.i for c in inside) + 1
                further = [c for c in verb.children if c.i >= end and c.dep_ in ("xcomp",)]
                end = max([end, *(c.right_edge.i + 1 for c in further)])
                return Cue(
                    verb,
                    (_cue_range(verb)[0], child.i + 1),
                    source_of(verb),
                    [(child.i + 1, end)],
                    lemma in words.SPEAKING,
                )
    return None


def _object(verb: Token) -> Range | None:
    """The object with what completes it: "(blamed) Kyiv for the delay"."""
    thing = next((c for c in verb.children if c.i > verb.i and c.dep_ in ("dobj", "oprd", "attr")), None)
    if thing is None:
        thing = next((c for c in verb.children if c.i > verb.i and c.dep_ == "ccomp"), None)
        if thing is None:
            return None
    start = thing.left_edge.i
    end = thing.right_edge.i + 1
    for child in verb.rights:
        if child.i > thing.i and child.dep_ in ("prep", "oprd", "xcomp", "acomp", "dative", "prt", "ccomp"):
            if child.dep_ == "prep" and child.lower_ in TIMES:
                continue
            end = max(end, child.right_edge.i + 1)
    return (start, end) if start > verb.i else None


def _antecedent(verb: Token) -> Range | None:
    """What a relative clause without an object of its own takes as object: "the offer that Kyiv rejected"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if verb.dep_ != "relcl" or subject is None or subject.lower_ in ("who", "which", "that"):
        return None
    return verb.head.left_edge.i, max(verb.head.i + 1, min(verb.left_edge.i, subject.left_edge.i))


def _around(verb: Token, agent: Token | None = None) -> list[Range]:
    """The subject of `verb` and what follows it: the matter of "X is expected to Y"."""
    ranges: list[Range] = []
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if subject is not None and subject.i < verb.i:
        found = _noun_range(subject, verb)
        ranges += [found] if found else []
    elif verb.dep_ in ("acl", "relcl"):
        ranges.append((verb.head.left_edge.i, max(verb.head.i + 1, verb.left_edge.i)))
    parts = [
        c
        for c in verb.rights
        if c.dep_ not in ("punct", "agent", "prt", "cc", "conj", "npadvmod", "parataxis") and c != agent
    ]
    parts = [
        c for c in parts if not (c.dep_ in ("prep", "advmod", "advcl") and (c.lower_ in TIMES or c.dep_ != "prep"))
    ]
    if parts:
        ranges.append((parts[0].left_edge.i, max(c.right_edge.i for c in parts) + 1))
    return ranges


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
            source, start = source_of(verb), _cue_range(verb)[0]
    if source is None and not (lemma in words.NAMED and end == noun.i + 1):
        return None
    return Cue(noun, (start, end), source, [matter], False)
