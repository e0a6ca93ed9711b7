"""The acts that a predicate or a list item holds, as duties of one bearer.

Invariant: one duty a verb with an object of its own; what only describes (to be able, to consist of, to last) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .bearers import agent
from .clauses import is_verb, verbs
from .context import Context
from .document import Block
from .duties_stems import item_lead
from .duty import Duty
from .sentences import sentences

NO_DUTY = re.compile(
    r"(?:also\s+|normally\s+|then\s+)?(?:be\s+(?:confidential|open|public|private|non-|apolitical|independent|binding|final|effective|valid|quorate|free|unpaid|voluntary|chaired|known|made\s+up|composed|drawn|constituted|comprised|limited|representative|accountable|answerable|responsible\s+to|present\b|responsible\s+for\s+(?:driving|securing|ensuring|overseeing)|an?\s|the\s|in\s|no\s|able|aware|entitled|eligible|deemed|treated|subject|taken|read|construed|liable|available|considered\s+as|appropriate|necessary|required|expected|of\s|on\s|at\s|from\s|for\s|known|regarded|used|[A-Z])"
    r"|not\s+be\b|not\s+(?:chair\s+or\s+be|vote|count|normally)\b|do\s+so\b|do\s*(?:[.,;)]|$|by\b|under\b|in\b)|rotate\b|not\s+receive\b|(?:at\s+all\s+times\s+)have\s|run\s+(?:until|for|from)|have\s+(?!due\s+regard|regard)|need\b|remain\b|become\b|seek\s+to\s+(?:challenge|influence)|continue\s+to\s+(?:be|focus|rise|fall|grow)"
    r"|help\s+(?:to\s+)?(?:ensure|shape)|strengthen|enable|bring\s+about|include\b|comprise|consist|replace\b|pay\s+for|consider\s+equalities"
    r"|apply\b|expire|cease|lapse|focus\b|occur|take\s+(?:place|effect)|result|depend|mean\b|arise|end\b|last\b|constitute|serve\s+(?:a|an|as|for)\b|automatically)",
)
SEATS_OR_SCOPE = re.compile(
    r"(?:also\s+|normally\s+)?(?:be\s+(?:constituted|(?:co-)?chaired|empowered|authorised|comprised|composed|made\s+up|known|drawn|limited)\b|consist|comprise|have\s+(?:an?\s+)?(?:oversight|the\s+following|delegated|responsibility|authority)|include\b)"
)
"""What says who sits on a body or what it covers, in a sentence or as the stem of a list."""
STEM = re.compile(r":\s*-?\s*$|[-–]\s*$")
_OPEN_ENDED = re.compile(
    r"(?:focus|drive|support\s+the\s+council|seek|aim\s+to\s+be|monitor\b|oversee|provide\s+(?:oversight|challenge|advice|strategic|leadership)|ensure\s+that\s+it\b|challenge|promote|champion)",
    re.IGNORECASE,
)
_INLINE = re.compile(r"(?:^|[;,:]\s*(?:and\s+|or\s+)?|\s)\((?:[a-z]|[ivx]{1,4}|\d)\)\s+")
_FORMS = re.compile(r",?\s+(?:in\s+the\s+form\s+of|including|namely)\s+(?=[a-z-]+ing\s)")


def acts(rest: str) -> list[tuple[int, int]]:
    """The acts of a predicate, with those that it spells out (`in the form of taking minutes and …`)."""
    if lead := re.match(r"be\s+(?:\w+ly\s+)?responsible\s+for\s+(?=\w+ing\s)", rest):
        spans = verbs(rest[lead.end() :])
        return [(lead.end() + a if place else 0, lead.end() + b) for place, (a, b) in enumerate(spans)]
    marks = list(_INLINE.finditer(rest))
    if len(marks) > 1 and marks[0].start() < 3:
        stops = [*(m.start() for m in marks[1:]), len(rest)]
        return [
            (m.end() + a, m.end() + b)
            for m, stop in zip(marks, stops, strict=True)
            for a, b in verbs(rest[m.end() : stop])
        ]
    forms = _FORMS.search(rest)
    if not forms:
        return verbs(rest)
    spelt = verbs(rest[forms.end() :])
    if len(spelt) < 2:
        return verbs(rest)
    return [*verbs(rest[: forms.start()]), *((forms.end() + a, forms.end() + b) for a, b in spelt)]


def _shared(stem: Duty) -> str:
    """The verb of a stem whose items are only its objects (`must consult: (a) local authorities`); empty if none."""
    text = stem.block.clean[stem.action : stem.end].strip(" :-")
    verb = re.match(r"(?:[\w-]+\s+){0,2}?([\w-]+)", text)
    return text if verb and is_verb(text.split()[0]) and not re.search(r"\bfollowing$|\bincluding$", text) else ""


def listed(context: Context, items: list[Block], stem: Duty) -> Iterator[Duty]:
    """The duties of the items on a stem: one a verb with an object of its own."""
    shared = _shared(stem)
    for item in items:
        inner = context.document.items(item)
        if inner and STEM.search(item.clean) and len(item.clean.split()) < 8:
            yield from listed(context, inner, stem)
            continue
        head = sentences(item.clean)[:1]
        stop = head[0][1] if head else len(item.clean)
        if re.search(r"\bfirst\s+(?:such\s+)?report\b", item.clean[stop:]):
            stop = len(item.clean)
        text = re.sub(r"[\s,;.]+(?:and|or)?\s*$", "", item.clean[:stop])
        base = item_lead(text)
        body = text[base:]
        for place, (a, b) in enumerate(verbs(body)):
            if NO_DUTY.match(body[a:b]):
                continue
            said = f"{shared} {body[a:b]}" if shared and not place else None
            yield Duty(
                item,
                0 if place == 0 else base + a,
                base + b,
                base + a,
                stem.bearer,
                stem.rule,
                stem.mandated_by,
                inferred=True,
                said=said,
            )


def kept_out(modal: str, rest: str, *, stem: bool, in_passive: bool, told: bool, rules: bool) -> bool:
    """Whether what follows a modal is no duty: seats, scope, a state, an open-ended task of nobody's remit."""
    if (stem or in_passive) and SEATS_OR_SCOPE.match(rest):
        return True
    if not stem and NO_DUTY.match(rest) and not (in_passive and agent(rest)):
        return True
    return (
        modal in {"will", "would"}
        and not (told or rules)
        and bool(_OPEN_ENDED.match(rest))
        and not (stem and not re.match(r"(?:focus|seek|concentrate)", rest))
    )
