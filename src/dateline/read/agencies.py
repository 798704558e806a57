"""News agencies and outlets that name themselves in datelines, credit lines and picture credits."""

from __future__ import annotations

import re

NAMES = {
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "reuters life!": "Reuters",
    "ap": "AP",
    "associated press": "AP",
    "the associated press": "AP",
    "afp": "AFP",
    "agence france-presse": "AFP",
    "upi": "UPI",
    "united press international": "UPI",
    "dpa": "dpa",
    "cnn": "CNN",
    "bbc": "BBC",
    "bbc news": "BBC",
    "bloomberg": "Bloomberg",
    "xinhua": "Xinhua",
    "tass": "TASS",
    "itar-tass": "TASS",
    "interfax": "Interfax",
    "ria novosti": "RIA Novosti",
    "kyodo": "Kyodo",
    "yonhap": "Yonhap",
    "efe": "EFE",
    "ansa": "ANSA",
    "apa": "APA",
    "pti": "PTI",
    "ians": "IANS",
    "ani": "ANI",
    "aap": "AAP",
    "press association": "PA",
    "pa": "PA",
    "cp": "CP",
    "the canadian press": "CP",
    "sapa": "SAPA",
    "irin": "IRIN",
    "ips": "IPS",
    "voa": "VOA",
    "voa news": "VOA",
    "rfe/rl": "RFE/RL",
    "al jazeera": "Al Jazeera",
    "mena": "MENA",
    "wafa": "WAFA",
    "anadolu": "Anadolu",
    "aa": "Anadolu",
    "ukrinform": "Ukrinform",
    "unian": "UNIAN",
    "trend": "Trend",
    "mct": "MCT",
    "cbs": "CBS",
    "cbs news": "CBS",
    "nbc": "NBC",
    "nbc news": "NBC",
    "abc news": "ABC News",
    "fox news": "Fox News",
    "nyt": "The New York Times",
    "the new york times": "The New York Times",
    "the washington post": "The Washington Post",
    "the guardian": "The Guardian",
    "the telegraph": "The Telegraph",
}
"""Lower-case form as printed -> the name that we show."""

PICTURE = ("REUTERS", "Reuters", "AFP", "AP Photo", "AP", "EPA", "Getty Images", "Getty", "PA", "Xinhua", "TASS", "dpa")
"""Forms that close a picture's caption."""

_KNOWN = "|".join(sorted((re.escape(name) for name in NAMES), key=len, reverse=True))
AGENCY = rf"(?i:{_KNOWN})"


def canonical(name: str) -> str:
    """The name to show for an agency as printed; unknown ones as they stand."""
    bare = " ".join(name.split())
    return NAMES.get(bare.lower(), bare)
