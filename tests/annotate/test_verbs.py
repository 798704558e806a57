from __future__ import annotations

import pytest

from dateline.annotate.verbs import analyse, lemma

LEMMAS = """
collapsed collapse; ending end; based base; freed free; named name; visited visit; offered offer; treated treat
waited wait; created create; stopped stop; joined join; cancelled cancel; controlled control; barred bar; died die
dying die; agreed agree; seeing see; took take; overthrew overthrow; formalised formalise; carries carry; goes go
launched launch; postponed postpone; travelled travel; raised raise; closed close; buried bury; was be; has have
"""


@pytest.mark.parametrize("pair", [p.strip() for p in LEMMAS.replace("\n", ";").split(";") if p.strip()])
def test_lemma_of_form(pair: str) -> None:
    form, base = pair.split()
    assert lemma(form) == base


def test_analyse_tells_past_from_participle_where_they_differ() -> None:
    assert analyse("took")[1] == {"past"}
    assert analyse("taken")[1] == {"participle"}
    assert analyse("held")[1] == {"past", "participle"}
