"""Lines of a document that are no part of what it reports: notices, links, credits, and the place before a report.

Such lines stay in the text, so that offsets and evidence are those of the document as it was given; whoever looks
for statements passes over them.
"""

from __future__ import annotations

import re

Span = tuple[int, int]

LONGEST = 400
"""Characters of the longest notice; a longer line is prose."""
LONGEST_LINK = 120
MOST_LINKS = 12
"""Lines below "Related articles" that may be links."""

_NAMES = r"[A-Z][\w.'’-]+(?: (?:de|van|von|der|al|[A-Z][\w.'’-]*)){1,3}"
_AGENCY = (
    r"(?:Reuters|AP|AFP|dpa|DPA|EFE|ANSA|PA|UPI|CNN|BBC|TASS|Tass|RIA Novosti|Interfax|Xinhua|Ukrinform"
    r"|Anadolu|Bloomberg)"
)
_DAY = (
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}|\d{1,2} (?:Jan|Feb|Mar|Apr|May"
    r"|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)"
)
_LINKS = (
    r"(?:related(?: (?:articles?|stories|topics|content|coverage|news|links))?|more on this(?: story)?"
    r"|more from .{2,40}|most (?:read|popular|viewed)|you (?:may|might) also like|recommended(?: (?:for you"
    r"|stories|reading))?|top stories|trending(?: now)?|editors?['’]?s? picks?|further reading|more (?:stories"
    r"|news)|in other news|what to read next)"
)
_SHARE = (
    r"(?:share|tweet|post|print|e-?mail|save|copy|link|copied|to|clipboard|on|via|this|article|story"
    r"|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|messenger|instagram|bluesky|threads"
    r"|flipboard|comments?|like|follow|us|listen|bookmark|more|options|button|icon|and)"
)

_NOTICES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # cookies and consent
        r".*\bcookies?\b.*\b(?:use|uses|using|accept|agree|consent|settings|policy|preferences|manage"
        r"|experience|notice)\b",
        r".*\b(?:uses?|using|accept|reject|manage|enable|allow)\b.{0,30}\bcookies?\b",
        r"(?:privacy (?:policy|notice|settings)|terms (?:of|and) (?:use|service|conditions)|do not sell my"
        r"|cookie (?:policy|settings|notice))\b",
        r"your privacy (?:matters|choices)|we (?:value|respect) your privacy|(?:please )?enable javascript\b",
        r"already a (?:subscriber|member)\b",
        # rights
        r"(?:copyright )?(?:©|\(c\))(?:\s*(?:\w+ ){0,4}\d{4}|[^.!?]{0,60}$)|copyright (?:\d{4}|by|of)\b"
        r"|all rights reserved",
        r"[^.!?]{0,120}\ball rights reserved\b",
    )
)  # fmt: skip
"""Beginnings of notices that may go on over several sentences."""
_REMARKS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # links to other pages
        r"(?:read|see|learn|find out|show|view|load) (?:more|all|next)\s*(?:$|[:>»→….])",
        r"(?:read (?:more|also|next|the full (?:story|article|text|interview))|also read|see also"
        r"|watch(?: (?:now|live|more|also|the video))?|listen(?: (?:now|to this article))?|don['’]t miss"
        r"|up next|go deeper|explore more|related|more on this|"
        r"continue reading|keep reading|next (?:article|story)|previous (?:article|story)|click here"
        r"|back to top|skip to (?:main )?content)\s*(?:$|[:>»→|…])",
        r"click (?:here|the link|below)\b|(?:continue|keep) reading\b.{0,60}$",
        # sharing and following
        rf"(?:share|tweet|print|copy link|facebook|twitter|e-?mail"
        rf"|whatsapp)\b(?:[\W\d_]*(?<![a-z]){_SHARE}(?![a-z]))*[\W\d_]*$",
        r"(?:follow|join|like|find|watch|add) (?:us|me|our|@?\w+(?: \w+){0,2}) (?:\w+ ){0,3}(?:on|in|via) (?:x"
        r"|twitter|facebook|telegram|instagram|whatsapp|youtube|linkedin|tiktok|bluesky|google news)\b",
        r"join (?:our|us on)\b.{0,60}\b(?:channel|community|telegram|whatsapp)\b|join the (?:conversation"
        r"|discussion)\b",
        # newsletters, subscriptions, applications
        r"(?:sign up|subscribe|register|log in|sign in)(?:$|\W+$| (?:now|today|here|free)\b"
        r"|.{0,120}\b(?:newsletters?|inbox|e-?mail|alerts?|briefing|updates|account|channel|subscriber|unlimited)\b)",
        r"(?:get|receive|want) .{0,120}\b(?:newsletters?|(?:in|to) your inbox|straight to your|by e-?mail"
        r"|push notifications)\b",
        r"(?:to continue reading|this (?:article|content) is for subscribers|start your free trial"
        r"|support (?:our|independent) journalism|donate (?:now|today)|download (?:the|our) .{0,40}\bapp\b"
        r"|our newsletter|newsletter\b.{0,20}$)",
        # advertisements and comments
        r"(?:advertisement|ad|sponsored(?: content)?|promoted(?: content)?|(?:story|article) continues (?:below"
        r"|after).*|scroll to continue.*)\W*$",
        r"(?:leave a (?:comment|reply)|(?:\d+ )?comments?(?: \(?\d+\)?)?|post a comment|(?:view|show"
        r"|load) (?:\d+ )?comments?|report (?:an error|a typo))\W*$",
        # credits
        r"this (?:story|article|material|post|page|copy) (?:was|is|has been|may not be|originally"
        r"|first) .{0,60}(?:published|edited|updated|corrected|feed|translated|broadcast|appeared|generated"
        r"|syndicated)\b",
        r"\W*(?:(?:additional |with )?(?:reporting|writing|editing)|edited|compiled|translated"
        r"|written) by\b(?:[^.]*[;)]\W*(?:\w+ ){0,2}(?:editing|writing|reporting) by\b|[^.]*$)",
        r"[^.!?]{0,250}\bcontributed (?:to this (?:report|article|story)|reporting)\b",
        r"(?:file )?(?:photos?|image|picture|video|graphic|illustration)(?: (?:credits?|source|caption"
        r"|by))?\s*[:/©]|image (?:source|caption|credit)\b|(?:photo|picture|image)s? by\b",
        r"(?:source|credit|via)\s*:(?:\W*\b\w+\b){1,4}\W*$",
        rf"\W*(?:{_AGENCY}|associated press|agence france-presse)(?:\s*[/,&]\s*(?:{_AGENCY}|associated press))*\W*$",
        r"(?:with |from )?(?:inputs?|files|agencies|staff and agencies|news agencies"
        r"|agency reports?)(?: from .{0,60})?\W*$",
        # when and by whom
        r"(?:end\W+)?\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\b\.?)?\s*(?:\(?[A-Z]{2,4}\)?)?\W*$",
        r"(?:first |last )?(?:published|updated|posted|modified|last updated)\b(?: (?:on"
        r"|at))?\s*:?\s*(?:\w+,? )?(?:\w+\.? )?\d.{0,60}$",
        r"(?:\d+[- ]min(?:ute)?s? (?:read|ago)|\d+ ?(?:h|hours?|days?|m|mins?) ago|reading time\b.*)\W*$",
    )
)  # fmt: skip
"""Sentences, or lines that hold no more than one."""
_CAPTION = re.compile(
    r".*\([^()]*(?:AP Photo|Getty|AFP via|via AP|via Reuters|Reuters/|\bEPA\b|Shutterstock)[^()]*\)\W*$"
)
_BYLINE = re.compile(
    rf"(?:{_DAY},? \d{{4}}\s*(?:[l|·•,–—-]\s*)?)?(?:[Bb]y|BY) {_NAMES}(?:(?:,| and| &"
    rf"|,? in) {_NAMES})*(?:,(?: [A-Z][\w.'’-]*){{1,4}}|\s*(?:[|·•–—(/]|in [A-Z]).{{0,80}})?$"
)
_LINKS_BELOW = re.compile(rf"(?:{_LINKS}\s*:?|(?:read more|see also|also read)\s*:)\W*$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_NEXT_SENTENCE = re.compile(r"[.!?][\"'”’»)\]]*\s+[\"'“‘«(\[]*[A-Z]")
_TIME = re.compile(r"\d{1,2}[:.h]\d{2}")
_BULLET = re.compile(r"[\s*•·▪►▶→>»#|–—-]*")
_PLACE = r"[A-Z][\w.'’-]*(?:[ ,/]{1,2}(?:de|of|the|[A-Z][\w.'’-]*)){0,5}"
_DATELINE = re.compile(
    rf"\s*{_PLACE},? ?(?:{_DAY}(?:,? \d{{4}})?\.? ?)?(?:\({_AGENCY}[^()\n]{{0,30}}\)|/{_AGENCY}/\.?)"
    rf"|\s*{_PLACE}, {_DAY}(?:,? \d{{4}})?\.?(?=\s*[-–—:])"
)


def is_boilerplate(sentence: str) -> bool:
    """Whether a sentence is a notice, a link, a credit, a caption or a byline rather than part of the report."""
    if len(sentence) > LONGEST:
        return False
    bare = _bare(sentence)
    return _CAPTION.match(bare) is not None or _is_remark(bare) or _is_notice(bare)


def is_credit(sentence: str) -> bool:
    """Whether a sentence is nothing but the credit of a picture, so that the one before it is the picture's caption."""
    return sentence.startswith("(") and len(sentence) <= LONGEST and _CAPTION.match(sentence) is not None


def boilerplate_spans(text: str) -> list[Span]:
    """Return the spans of the lines of `text` that are no part of the report, links below "Related articles" included.

    A line with several sentences counts where a notice opens it: of others each sentence tells for itself. The cost is
    linear in the length of `text`.
    """
    spans: list[Span] = []
    links = 0
    for match in re.finditer(r"[^\n]+", text):
        line = match.group().strip()
        if not line:
            continue
        bare = _bare(line) if len(line) <= LONGEST else ""
        heads = 0 < len(bare) <= LONGEST_LINK and _LINKS_BELOW.match(bare) is not None
        is_link = links > 0 and _may_be_link(line)
        links = MOST_LINKS if heads else links - 1 if is_link else 0
        if heads or is_link or _is_notice(bare) or (not _NEXT_SENTENCE.search(bare) and _is_remark(bare)):
            spans.append(match.span())
    return spans


def dateline_spans(text: str) -> list[Span]:
    """Return the spans that only say where, when and for whom a report was written: "Berlin (dpa)", "PARIS, Feb. 3"."""
    lines = re.finditer(r"[^\n]+", text)
    return [found.span() for line in lines if (found := _DATELINE.match(text, line.start(), line.end()))]


def _bare(line: str) -> str:
    return _BULLET.sub("", line, count=1).rstrip()


def _may_be_link(line: str) -> bool:
    return len(line) <= LONGEST_LINK and not _SENTENCE_END.search(line) and not _TIME.match(line)


def _is_notice(bare: str) -> bool:
    return any(notice.match(bare) for notice in _NOTICES)


def _is_remark(bare: str) -> bool:
    return _BYLINE.match(bare) is not None or any(remark.match(bare) for remark in _REMARKS)
