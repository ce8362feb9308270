"""Parts of a clause in a dependency parse: the subject of a verb, what it takes after it, its auxiliaries."""

from __future__ import annotations

from spacy.tokens import Token

Range = tuple[int, int]
"""Tokens from the first to before the second."""
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
CLIMB = 5
"""How many heads up a missing subject is looked for."""
TIMES = ("in", "on", "at", "during", "after", "before", "since", "by", "while", "until", "following", "via", "through")
"""Prepositions that mostly say when and where something was said."""


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


def that_clause(verb: Token) -> Range | None:
    """The clause with "that" of a verb of no list: "made clear that", "put it to them that"."""
    for child in verb.children:
        if child.dep_ == "ccomp" and any(
            c.dep_ == "mark" and c.lower_ == "that" and c.i > verb.i for c in child.children
        ):
            return child.left_edge.i, child.right_edge.i + 1
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


def cue_range(verb: Token) -> Range:
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


def infinitive(verb: Token) -> Range | None:
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


def object_of(verb: Token) -> Range | None:
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


def antecedent(verb: Token) -> Range | None:
    """What a relative clause without an object of its own takes as object: "the offer that Kyiv rejected"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if verb.dep_ != "relcl" or subject is None or subject.lower_ in ("who", "which", "that"):
        return None
    return verb.head.left_edge.i, max(verb.head.i + 1, min(verb.left_edge.i, subject.left_edge.i))


def around(verb: Token, agent: Token | None = None) -> list[Range]:
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
