"""Small piles of made-up reports for the tests of the archive."""

from __future__ import annotations

import json
from pathlib import Path

from dateline.archive.following import Archive

FERRY = (
    ("Harbour Post", "2024-03-02", "Ferry Aurora runs aground off Kestrel",
     ("KESTREL, March 2 - The ferry Aurora ran aground off Kestrel on Saturday with 212 people on board. "
     '"We will tow the Aurora to Kestrel harbour by Tuesday," said Greta Holm, the harbour master.')),
    ("Northern Wire", "2024-03-03", "Rescuers bring all passengers off the Aurora",
     ("KESTREL, March 3 - Rescuers brought the last of 212 passengers off the ferry Aurora on Sunday. "
     "Greta Holm, the harbour master of Kestrel, said the ferry would be towed in by Tuesday.")),
)  # fmt: skip
FERRY_LATER = (
    ("Meridian News", "2024-03-05", "Aurora towed to Kestrel harbour",
     ("KESTREL, March 5 - The ferry Aurora was towed to Kestrel harbour on Tuesday, Greta Holm said. "
     "The ferry Aurora ran aground off Kestrel on Saturday with 212 people on board. "
     "Divers found a crack of nine metres in the hull of the Aurora on Monday.")),
)  # fmt: skip
VOTE = (
    ("Daily Ledger", "2024-03-04", "Gorsk council votes down tram plan",
     ("GORSK, March 4 - The council of Gorsk voted down the tram plan of mayor Hugo Iversen on Monday by 31 to 20. "
     "Iversen said he would present a cheaper plan in April.")),
)  # fmt: skip


def write(folder: Path, *piles: tuple[tuple[str, str, str, str], ...]) -> None:
    """Writes each report as a JSONL file of its own."""
    folder.mkdir(exist_ok=True)
    for source, published, title, text in (row for pile in piles for row in pile):
        row = {"title": title, "text": f"{title}\n\n{text}", "source": source, "published": published}
        (folder / f"{title.split()[0].lower()}-{published}.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")


def filled(folder: Path, *piles: tuple[tuple[str, str, str, str], ...]) -> Archive:
    """A new archive with the reports of the piles, read from ``folder/in``."""
    write(folder / "in", *piles)
    archive = Archive.create(str(folder / "pile"))
    archive.add([str(folder / "in")])
    return archive
