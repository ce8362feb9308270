"""Words that attribute: who says, thinks or stands for something is named beside them.

The classes follow what the verbs take (Levin 1993, English Verb Classes and Alternations): a clause, an infinitive,
an object or a preposition. All are lemmas, as spaCy's English lemmatiser writes them.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SPEAKING = _words(
    """
    accept acknowledge add admit advise affirm agree allege announce answer argue articulate ask assert assure attest
    aver avow bellow
    bemoan bet blog boast brag caution chant charge chime claim clarify comment complain concede conclude concur
    confess confide confirm
    contend continue counter counsel cry declare decree defend demand deny describe detail disclose echo elaborate
    emphasize emphasise
    exclaim explain expound fire gloat grumble hint howl imply inform insist interject intone joke lament lie maintain
    mention muse
    mutter note object observe offer opine plead pledge point pontificate post postulate preach predict proclaim
    profess promise propose
    protest query quip quote rant read reaffirm reason reassure recall recite recommend recount reflect reiterate
    relate remark remind
    repeat reply report request respond restate retort reveal say scoff shout sigh signal snap speculate state
    stipulate stress submit
    suggest surmise swear sum talk tell testify theorize thunder tout tweet underline underscore update urge vent
    voice volunteer vow
    warn whisper wonder write yell retweet conjecture snipe rebut relay reiterate notify press
    """
)
"""Verbs that introduce words said or written."""

THINKING = _words(
    """
    accept anticipate appreciate assess assume believe calculate conclude consider contemplate decide deem determine
    discover doubt dream
    envision estimate expect fear feel figure find forecast foresee forget fret guess hear hop hope imagine infer judge know learn
    mean notice ponder presume project prove question realize realise recognize recognise reckon regret remember
    resolve sense show
    demonstrate indicate suppose suspect think trust understand want wish wonder worry envisage forecast judge
    """
)
"""Verbs of thought, knowledge and evidence that take a clause."""

LOOSE = _words("see mean prove feel consider offer charge fire lie read press sum point submit answer")
"""Verbs that attribute a clause after them but seldom one before them ("..., he offered")."""

WILLING = _words(
    """
    aim agree ask beg choose claim consent decide decline demand desire elect expect hope hop intend long offer opt
    plan plead pledge
    prefer prepare promise propose refuse request resolve seek swear threaten vote vow want wish yearn look urge implore beseech
    encourage tell remind advise persuade order instruct counsel challenge exhort warn invite press pressure convince
    push consider recall
    """
)
"""Verbs of will, with an infinitive: what somebody wants, promises or refuses, or asks another to do."""

SIDING = _words(
    """
    accuse acknowledge admit admire affirm allege announce answer applaud approve assail attack authorize
    back bash bemoan berate
    blame blast boo call caricature castigate caution champion characterize characterise chastise
    chide cite claim clarify
    commend condemn condone confirm congratulate consider contemplate contest contradict credit criticise
    criticize debunk decry
    deem defend demand denounce deny deplore deride describe detail disavow discredit discuss dismiss disown dispute
    disparage doubt
    embrace emphasize encourage endorse envision expect explain express favor favour fear forecast foresee hail highlight identify
    insult invoke label lambast lambaste lament laud liken list love hate loathe malign mention mock name note oppose ordain
    outline paint pan pledge portray praise predict prefer proclaim promise propose protest query question quote
    rebuke rebut rebuff
    recall recommend recount refute regret reiterate reject renounce repeat report repudiate request resent respect restate reveal
    ridicule rip salute savage scold slam slight stress suggest support suspect thank threaten tout trash tweet
    underline underscore unveil urge view vilify voice want warn welcome decry denigrate scorn shrug skewer excoriate espouse
    disclose reference bill trumpet describe rail hammer pillory flay lampoon taunt deride regard say write
    decline refuse rebuff show mandate harangue announce covet ignore misstate quote
    issue offer cast withdraw articulate accept understand declare post release promote envision remember introduce block seek learn
    """
)
"""Verbs with an object on which somebody takes a side or of which somebody speaks."""

WITH_PREPOSITION: dict[str, frozenset[str]] = {
    verb: frozenset(prepositions.split())
    for verb, prepositions in {
        "agree": "with on", "allude": "to", "advocate": "for", "answer": "to", "admit": "to", "dwell": "on",
        "vouch": "for", "lobby": "for against", "pray": "for", "swear": "by", "apologize": "for to", "argue": "for against", "ask": "about for",
        "attest": "to", "believe": "in", "boast": "about of", "brag": "about", "call": "for on", "campaign": "for against", "care": "about",
        "comment": "on about", "complain": "about of", "confess": "to", "disagree": "with", "dream": "of about", "focus": "on",
        "gush": "about over", "hint": "at", "hope": "for", "hop": "for", "insist": "on", "joke": "about", "know": "about of", "lash": "at out",
        "lie": "about", "muse": "about on", "object": "to", "opine": "on", "plead": "for", "point": "to at out", "press": "for", "push": "for",
        "rail": "against about", "rant": "about", "react": "to", "refer": "to", "reflect": "on", "respond": "to", "reply": "to",
        "speak": "about of against out", "speculate": "about on", "stand": "by", "talk": "about of", "testify": "about", "think": "about of",
        "tweet": "about", "vote": "for against", "vow": "for", "warn": "of about against", "wonder": "about", "worry": "about over",
        "write": "about of", "yearn": "for", "sympathize": "with", "side": "with", "subscribe": "to", "inquire": "about", "elaborate": "on",
        "approve": "of", "disapprove": "of", "protest": "against", "fear": "for", "long": "for", "wish": "for",
        "inveigh": "against", "fret": "about over", "shout": "about", "scoff": "at", "sneer": "at", "hit": "back", "double": "down",
    }.items()
}  # fmt: skip
"""Verbs whose matter follows a preposition or particle."""

SEEMING = _words("seem appear")
HELD = _words(
    "expect say believe think report allege rumor rumour presume suppose assume consider know estimate project"
)
"""Passives without anybody named: "is expected to", "is said to"."""
NAMING = _words("call describe see view regard portray cast characterize characterise identify label refer")
"""Passives that tell how something is seen: "is described as"."""
HEARSAY = _words("reportedly allegedly supposedly purportedly")

MINDED = _words(
    """
    adamant afraid alarmed amazed angry annoyed anxious apologetic aware certain clear committed concerned confident
    convinced critical
    curious delighted determined disappointed doubtful dubious eager enthusiastic excited fearful frustrated furious
    glad grateful happy
    hopeful hostile interested keen leery mad mindful nervous open opposed optimistic outraged pessimistic pleased
    positive proud ready
    reluctant sad satisfied scared sceptical shocked skeptical sorry supportive sure surprised sympathetic thankful
    thrilled troubled
    unaware uncertain unclear uncomfortable unconvinced unhappy unsure unwilling upset vocal wary willing worried
    dismissive complimentary
    dismayed stunned proud jealous respectful contemptuous
    """
)
"""Adjectives of a mind about something: "is confident that", "was critical of"."""

NAMED = _words(
    """
    accusation acknowledgement acknowledgment admission allegation announcement argument assertion assessment
    assurance belief boast call
    case claim comment commitment complaint concern conclusion conviction criticism decision declaration demand denial
    doubt expectation
    fear feeling finding forecast guess hint hope idea impression insistence interpretation judgment judgement lie
    message note notion
    opinion perception plan pledge possibility prediction proclamation promise proposal prospect question quip
    recognition remark reminder
    report request revelation rumor rumour sense sign signal speculation statement suggestion suspicion testimony theory threat
    understanding view vow warning wish worry desire intention refusal willingness eagerness determination contention word
    """
)
"""Nouns that a clause or infinitive with what was said or thought may follow."""
NAMED_WITH: dict[str, frozenset[str]] = {
    noun: frozenset(prepositions.split())
    for noun, prepositions in {
        "question": "about over", "support": "for of", "opposition": "to", "endorsement": "of", "praise": "for of", "criticism": "of",
        "attack": "on against", "doubt": "about", "concern": "about over", "worry": "about", "stance": "on", "position": "on", "view": "on of",
        "call": "for", "request": "for", "demand": "for", "comment": "about on", "remark": "about on", "joke": "about", "opinion": "on of about",
        "condemnation": "of", "defense": "of", "defence": "of", "denunciation": "of", "disdain": "for", "contempt": "for", "admiration": "for",
        "hatred": "of for", "fear": "of about", "accusation": "of", "allegation": "of", "mention": "of", "rejection": "of", "hope": "for",
        "thought": "on about", "statement": "on about", "enthusiasm": "for", "dislike": "of", "distrust": "of", "approval": "of",
        "disapproval": "of", "description": "of", "reference": "to", "preference": "for", "respect": "for", "sympathy": "for", "affection": "for",
        "skepticism": "about of", "scepticism": "about of", "apology": "for", "objection": "to", "promise": "of", "threat": "of",
        "warning": "about of", "chant": "of", "complaint": "about", "anger": "at over", "frustration": "with",
    }.items()
}  # fmt: skip
"""Nouns whose matter follows a preposition."""
LIGHT = _words(
    """
    make express have voice give offer raise issue draw face take hold share pose level deliver hear receive win send get repeat
    reiterate show put cast do feel harbor harbour reject dismiss deny lodge spark prompt
    """
)
"""Verbs that lend such a noun their subject: "expressed support for"."""
