"""Words that belong to the page and not to the story."""

from __future__ import annotations

import re

LONGEST = 250
"""Characters. Nothing longer is taken for page furniture, whatever it begins with."""
LABEL = 60
"""Characters. What begins like a label, is longer and ends in a full stop may be a sentence of the story after all."""

_LABELS = (
    r"last updated|first published|page last updated|have your say|join the discussion|tweet this|listen to this",
    r"like us on|share (?:this|on|via|your)\b|follow (?:us|@|live|:|our)|e-?mail this|print this|print$|sign in$",
    r"log in$|register$",
    r"sign up\b.*newsletter|subscribe (?:to|now)|click (?:here|to|on|for)\b|watch (?:the |this )?video",
    r"download (?:the )?pdf|enlarge (?:this )?image|hide caption|toggle caption|skip to |back to top|help$",
    r"read (?:more|the full|also|next)\b|see also\b|related (?:stories|articles|links|content|topics)",
    r"more (?:on this story|from |stories)|top stories$|most (?:read|popular|viewed|shared)|continue reading",
    r"advertisement$|story highlights$|abstract\.?$|full text\.?$|getty images$|for immediate release",
    r"(?:facebook|twitter|linkedin|pinterest|reddit|whatsapp|google\+|digg|delicious)$",
    r"\d+ comments?$|comments?$|reply$|view (?:all )?comments|all rights reserved|terms of (?:use|service)",
    r"privacy policy|cookies? (?:policy|settings)",
)
_SENTENCES = (
    r"send (?:us )?(?:your|a) (?:comments?|views?|pictures|videos?|photos|images|stories|tip)\b",
    r"follow the latest tweets",
    r"please turn on javascript|you've selected the .*edition|would you like to make this your default",
    r"in order to see this content|to play this content|this is a rush transcript",
    r"(?:the )?(?:bbc|[a-z]+ team|we) may edit your comments|a selection of your comments",
    r"your comments may be published|this comment was removed because",
    r"this (?:copy|article) is (?:for your personal|copyright)",
    r"the [\w ]+ is not responsible for the content of external|views expressed in the comments|we welcome comments",
    r"your browser's settings may be preventing|see instructions for fixing|get [\w ]+ delivered to your inbox",
)
_LABEL = re.compile("|".join(_LABELS), re.IGNORECASE)
_SENTENCE = re.compile("|".join(_SENTENCES), re.IGNORECASE)
_OPENINGS = frozenset("sSfFpPyYwWiItTaAbBvVgG")
"""First letters of those sentences, asked first since nearly every line of a text comes by."""

COMMENT_HEAD = re.compile(
    r"[A-Z][a-z]+ \d{1,2}, (?:19|20)\d\d at \d{1,2}:\d\d [ap]m \|\s?(?:Report abuse \| )?Reply\b"
    r"|(?:Report abuse|Posted by)\s*\|"
)
"""The line over a reader's comment: "January 31, 2011 at 5:25 pm | Reply"."""

HEAD_LABEL = re.compile(
    r"(?:Last updated at \d\d?[:.]\d\d(?: [AP]M)?(?: [A-Z]{3,4})?(?: Help\b)?"
    r"|Updated \d+ \w+ ago|Share|Print|Email)\b[\s|]*"
)
"""Furniture glued to a date at the head: "28 September 2011 Last updated at 15:41 GMT Help"."""


def is_line(words: str) -> bool:
    """Whether a whole line is page furniture: it begins like one and is no sentence of the story."""
    if len(words) > LONGEST:
        return False
    if (len(words) <= LABEL or not words.endswith((".", '."', ".”"))) and _LABEL.match(words):
        return True
    return words[0] in _OPENINGS and _SENTENCE.match(words) is not None
