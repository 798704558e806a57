"""Shared helpers: quotation-mark mask, kind and act of a quote, head of a source."""

import re

OPEN, CLOSE = "“«„", "”»"
_APOS = re.compile(r"(?<=\w)['’](?=\w)|(?<=s)['’](?=\s)")

SPEECH = set(
    """say tell add ask announce argue claim state note report reply respond explain insist deny
declare describe warn accuse admit acknowledge assert suggest tweet write call comment quote cite mention
remark vow promise pledge urge demand criticize praise blast slam mock joke recall repeat reiterate stress
emphasize testify confirm confess concede charge allege contend maintain conclude predict point complain
condemn denounce propose recommend request order answer boast brag counter reveal disclose indicate talk
speak discuss thank apologize defend dismiss reject decline refuse plead beg shout yell chant whisper
propose advise caution signal label dub brand question read show find advocate endorse""".split()
)
_IRREG = {
    "said": "say",
    "says": "say",
    "told": "tell",
    "wrote": "write",
    "written": "write",
    "spoke": "speak",
    "spoken": "speak",
    "sought": "seek",
    "found": "find",
    "shown": "show",
    "saying": "say",
    "according": "say",
    "denied": "deny",
    "denies": "deny",
    "replied": "reply",
    "argued": "argue",
}


def _lemmas(word):
    w = word.lower().strip(".,:;!?\"'“”‘’()-—")
    yield _IRREG.get(w, w)
    for suf, add in (
        ("ied", "y"),
        ("ies", "y"),
        ("ed", ""),
        ("ed", "e"),
        ("ing", ""),
        ("ing", "e"),
        ("es", ""),
        ("s", ""),
    ):
        if w.endswith(suf):
            yield w[: -len(suf)] + add
            stem = w[: -len(suf)]
            if len(stem) > 3 and stem[-1] == stem[-2]:
                yield stem[:-1]


def act_of(cue):
    """speech if any word of the cue is a verb (or noun) of saying, else other; empty cue counts as speech."""
    words = cue.split()
    if not words or cue.strip() in (":", "—", "-"):
        return "speech"
    return "speech" if any(lemma in SPEECH for w in words for lemma in _lemmas(w)) else "other"


def quoted_mask(text):
    """One byte per character: 1 inside double quotation marks (marks included).  An opening curly mark
    with no closing one runs to the end of its paragraph; straight marks toggle inside a paragraph."""
    mask = bytearray(len(text))
    pos = 0
    for para in re.split(r"(\n+)", text):
        inside = False
        for i, ch in enumerate(para):
            if ch in OPEN:
                inside = True
                mask[pos + i] = 1
            elif ch in CLOSE:
                mask[pos + i] = 1
                inside = False
            elif ch == '"' or para.startswith("``", i) or para.startswith("''", i):
                mask[pos + i] = 1
                if ch == '"' or i == 0 or para[i - 1] != ch:
                    inside = not inside
            elif inside:
                mask[pos + i] = 1
        pos += len(para)
    return mask


def kind_of(text, spans, mask=None):
    mask = quoted_mask(text) if mask is None else mask
    n = q = 0
    for a, b in spans:
        for i in range(a, b):
            if text[i].isalnum():
                n += 1
                q += mask[i]
    share = q / n if n else 0
    return "direct" if share >= 0.9 else "indirect" if share <= 0.05 else "mixed"


_STOP = {
    "of",
    "for",
    "in",
    "at",
    "who",
    "from",
    "with",
    "on",
    "to",
    "which",
    "that",
    "as",
    "during",
    "by",
    "whose",
    "after",
    "when",
    "familiar",
    "close",
    "speaking",
    "briefed",
    "about",
    "and",
}


def head_of(source):
    """Last word of the first noun phrase of a source span, by position alone (no parser)."""
    toks = re.findall(r"[^\W_][\w.'’-]*|[,;:()—–]", source)
    out = []
    for t in toks:
        if out and (t.lower() in _STOP or not t[0].isalnum()):
            break
        if t[0].isalnum():
            out.append(re.sub(r"['’]s?$", "", t))
    drop = {"mr", "mrs", "ms", "jr", "jr.", "sr", "sr."}
    while len(out) > 1 and out[-1].lower().strip(".") in drop:
        out.pop()
    return out[-1].lower().strip(".") if out else ""
