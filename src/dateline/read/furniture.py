"""Words that belong to the page and not to the story."""

from __future__ import annotations

import re

LONGEST = 160
"""Characters. Nothing longer is taken for page furniture, whatever it begins with."""

LINE = re.compile(
    r"""(?: last\ updated | first\ published | page\ last\ updated
      | send\ (?:us\ )?(?:your|a)\ (?:comments?|views?|pictures|stories|tip)\b | have\ your\ say | join\ the\ discussion
      | share\ (?:this|on|via)\b | tweet\ this | follow\ (?:us|@) | like\ us\ on | e-?mail\ this | print\ this | print$
      | read\ (?:more|the\ full|also|next)\b | see\ also\b | related\ (?:stories|articles|links|content|topics)
      | more\ (?:on\ this\ story|from\ |stories) | top\ stories$ | most\ (?:read|popular|viewed|shared) | story\ highlights$
      | click\ (?:here|to|on|for)\b | watch\ (?:the\ |this\ )?video | continue\ reading | advertisement$ | sign\ up\b.*newsletter
      | subscribe\ (?:to|now) | skip\ to\ | back\ to\ top | all\ rights\ reserved | view\ (?:all\ )?comments | \d+\ comments?$
      | download\ (?:the\ )?pdf | this\ (?:copy|article)\ is\ (?:for\ your\ personal|copyright) | help$ | comments?$ | reply$
      | abstract\.?$ | full\ text\.?$ | listen\ to\ this | enlarge\ (?:this\ )?image | hide\ caption | toggle\ caption
      | terms\ of\ (?:use|service) | privacy\ policy | cookies?\ (?:policy|settings) | sign\ in$ | log\ in$ | register$
      | (?:facebook|twitter|linkedin|pinterest|reddit|whatsapp|google\+|digg|delicious)$
      | this\ is\ a\ rush\ transcript | getty\ images$
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""How a line of page furniture begins."""

COMMENT_HEAD = re.compile(
    r"[A-Z][a-z]+ \d{1,2}, (?:19|20)\d\d at \d{1,2}:\d\d [ap]m \|\s?(?:Report abuse \| )?Reply\b|(?:Report abuse|Posted by)\s*\|"
)
"""The line over a reader's comment: "January 31, 2011 at 5:25 pm | Reply"."""

HEAD_LABEL = re.compile(
    r"(?:Last updated at \d\d?[:.]\d\d(?: [AP]M)?(?: [A-Z]{3,4})?(?: Help\b)?|Updated \d+ \w+ ago|Share|Print|Email)\b[\s|]*"
)
"""Furniture glued to a date at the head: "28 September 2011 Last updated at 15:41 GMT Help"."""


def is_line(words: str) -> bool:
    """Whether a whole line is page furniture: it begins like one and is no sentence of the story."""
    if len(words) > LONGEST or not LINE.match(words):
        return False
    return len(words) <= 60 or not words.endswith((".", '."', ".”"))
