from __future__ import annotations

import pytest

from dateline.weave.timeline import entries
from tests.weave.timeline_pile import pile

TUESDAY = "2008-12-30"


@pytest.mark.parametrize(
    ("day", "text", "wanted"),
    [
        (TUESDAY, "The mayor of Arden lost a vote for the first time since 1998.", TUESDAY),
        (TUESDAY, "It was the worst storm in Arden since March 2003.", TUESDAY),
        (TUESDAY, "The Arden road has been closed since Friday.", "2008-12-26"),
        (TUESDAY, "More than 300 people have died in Arden since Friday.", TUESDAY),
        (TUESDAY, "Arden has had no power since Friday, when a storm struck.", "2008-12-26"),
        (TUESDAY, "Three days after the storm of 3 November, the mayor of Arden resigned.", "2008-11-06"),
        (TUESDAY, "In the days before Monday's vote, the mayor of Arden hid in a mill.", ""),
        (TUESDAY, "The Arden firm had to pay by Friday.", TUESDAY),
        (TUESDAY, "The mayor of Arden has until Friday to answer.", "2009-01-02"),
        (TUESDAY, "The mayor of Arden was in office until 3 November.", ""),
        ("2008-05-30", "The mayor of Arden faces the run-off on June 27.", "2008-06-27"),
        ("2008-05-30", "Organisers have announced a concert in Arden on 8 October.", "2008-10-08"),
        (TUESDAY, "Ann Kirk, the beaten candidate for mayor of Arden in 2004, resigned on Monday.", "2008-12-29"),
        (TUESDAY, "Lee, judge of the Arden court from 1993 to 2001, died on Monday.", "2008-12-29"),
        (TUESDAY, "A raid shook Arden a year on from the fire of 3 November.", ""),
        ("2008-05-30", "Since 3 March the Arden club has sold 40 players.", "2008-05-30"),
    ],
)
def test_time_that_only_bounds_is_no_day_of_what_is_told(day: str, text: str, wanted: str) -> None:
    assert [one.date.value for one in entries(pile([(day, text)]))] == ([wanted] if wanted else [])
