"""How features, comments, running reports and dated headlines open, which tell no news of a day."""

from __future__ import annotations

import re

_OPENINGS = (
    r"(?:Writing|In an? (?:article|editorial|column|op-ed|opinion piece|essay|book review)) (?:in|for|published)\b",
    r"The [A-Z][\w ]{3,40} (?:goes|went) on to\b",
    r".{0,70}\btells? the (?:paper|newspaper|magazine|site|blog)\b",
    r".{0,90}?\bc(?:omes|ame) (?:just |only )?(?:(?:a|an|two|three|\d+) \w+ )?(?:as|amid|at a time)\b",
    r"(?:On \w+|Yesterday|Today|Then|Last night),?(?: however,)? c(?:ame|omes) (?:the|an?|word|news)\b",
    r"(?:[^,]{0,90}, )?(?:\w+ ){0,2}(?:[Ff]ans|[Ss]upporters|[Cc]rowds) (?:\w+ ){0,3}(?:line|queue)(?:e?d)?\b",
    r"(?:[^,]{0,90}, )?(?:\w+ ){0,2}(?:[Ff]ans|[Ss]upporters|[Cc]rowds) (?:\w+ ){0,3}(?:gather|wait|cheer)(?:ed)?\b",
    r"(?:[Rr]eporters|[Jj]ournalists|[Pp]hotographers) (?:\w+ ){0,5}(?:gather|wait|mass|camp|swarm)(?:ed)?\b",
    r"(?:Yesterday|Today|Last night|On \w+), as (?:on|in|at)\b",
    r"The patron saint\b",
    r"Almost as\b",
    r"As if\b",
    r"Not since\b",
    r"No sooner\b",
    r"If ever\b",
    r"Never mind\b",
    r"Gone are\b",
    r"So much for\b",
    r".{0,60}\b(?:has )?(?:writ(?:es|ten)|wrote) (?:an? )?(?:\w+ )?(?:comment|piece|column|article|post|blog)\b",
    r"[^,]{0,60}\b[A-Z][\w-]+ (?:heads|jets|flies) (?:to|for|off|into|back)\b",
    r".*\baccording to (?:the|an?|his|her) (?:new )?(?:book|biography|memoirs?|autobiography)\b",
    r"An? (?:\w+ )?(?:day|hearing|morning|session|week|night)\b[^,]{0,20}, (?:as|with|when)\b",
    r".*\bwill (?:now )?(?:see|find out|learn) (?:if|whether)\b",
    r"There (?:is|are|was|were)\b",
    r"Now that\b",
    r"Besides\b",
    r"Come [A-Z]",
    r"On the heels of\b",
    r"Dressed in\b",
    r"Proclaiming\b",
    r"Coming off\b",
    r"Worse was\b",
    r"Forget\b",
    r"Welcome to\b",
    r"Imagine\b",
    r"Meet [A-Z]",
    r".{0,40}\bEditorial, ",
    r"[^,]{0,80} may have [a-z]+[^;]* but\b",
    r"Reports? (?:suggest|say|claim|that)\b",
    r"(?:[A-Z][\w-]+ ){0,2}[A-Z][\w-]+[’'](?:s )?(?:remarks|comments|words|speech|visit) (?:follow|c[ao]me)(?:s|ed)?\b",
    r"(?:[A-Z][\w-]+ ){0,2}[A-Z][\w-]+[’'](?:s )?(?:statement|announcement|move) (?:follow|c[ao]me)(?:s|ed)?\b",
    r"(?:\w+ ){0,2}(?:[Pp]ictures|[Pp]hotos|[Pp]hotographs|[Ff]ootage|[Ii]mages|[Vv]ideo) (?:has|have) emerged\b",
    r"\d{1,2}[.:]\d\d ?[ap]m: ",
    r".{0,90}, \d{4} The [A-Z]",
)

_FEATURE = re.compile("|".join(_OPENINGS))
_GUESSES = re.compile(r"\b(?:cannot|can['’]t|must) have been\b|\b(?:was|were|is|are) indeed\b")


def is_feature(text: str) -> bool:
    """Whether a sentence opens as features, comments and running reports do, or guesses how something was."""
    return bool(_FEATURE.match(text) or _GUESSES.search(text))
