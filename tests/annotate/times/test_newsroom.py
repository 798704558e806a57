"""Sentences as reporters write them, British and American, and what a tagger may trip over. The report is of Friday."""

from __future__ import annotations

import pytest

from dateline import times

FRIDAY = "2011-10-28"

READ = [
    ("May said on Monday she would resign on 7 June.", "2011-10-24 2012-06-07"),
    ("The match was held on 12/10/2011 in Leeds.", "2011-10-12"),
    ("The council was founded on Sept. 11.", "2011-09-11"),
    ("After 9/11 he enlisted.", "2001-09-11"),
    ("Tuesday's election was close.", "2011-10-25"),
    ("Kirk pulled out of Tuesday's run-off.", "2011-11-01"),
    ("Kirk withdrew from Tuesday's debate.", "2011-11-01"),
    ("Kirk denied it on Monday. He came 25 minutes late for the 3 pm hearing.", "2011-10-24 PT25M 2011-10-24T15:00"),
    ("Kirk dropped out of Tuesday's race.", "2011-10-25"),
    ("After Friday prayers they marched.", "2011-10-28"),
    ("Sales fell in Q3, and again in Q4 2012.", "2011-Q3 2012-Q4"),
    ("The budget for FY2012 is due.", "2012"),
    ("He played in the 1990s and the mid-80s.", "199 198"),
    ("Sales rose in H1 2024.", "2024-H1"),
    ("The week of 3 March was cold.", "2011-W09"),
    ("The attack began at 0800 GMT.", "2011-10-28T08:00"),
    ("He will speak at 3pm on Monday.", "2011-10-31T15:00"),
    ("At 3.30pm on Monday a bomb exploded.", "2011-10-24T15:30"),
    ("The quake struck at 10:41 local time (0841 GMT) on Sunday.", "2011-10-23T10:41"),
    ("Police last saw him at about 8.45pm on Thursday 20 October.", "2011-10-20T20:45"),
    ("She will appear in court on Tuesday 1 November 2011.", "2011-11-01"),
    ("The 2012 Olympics begin in July next year.", "2012 2012-07"),
    ("The attack, in the early hours of 12 October, killed two.", "2011-10-12"),
    ("A fortnight ago they met.", "2011-W41"),
    ("The sentence runs until 2031.", "2031"),
    ("Over the past 24 hours, 20 people died.", "PT24H"),
    ("For decades they waited.", "PXE"),
    ("They meet twice a month on Mondays.", "P1M XXXX-WXX-1"),
    ("They meet every Friday at 5pm.", "XXXX-WXX-5T17:00"),
    ("The five-day visit begins Monday.", "P5D 2011-10-31"),
    ("The month-long siege ended.", "P1M"),
    ("The yield rose to a 14-year high.", "P14Y"),
    ("She called on the firm to deposit 30 million euros by Wednesday.", "2011-11-02"),
    ("The mine was given until Wednesday to answer.", "2011-11-02"),
    ("The vote would take place as scheduled on Wednesday.", "2011-11-02"),
    ("The vote took place as scheduled on Wednesday.", "2011-10-26"),
    ("They have to leave before Monday.", "2011-10-31"),
    ("They had to leave before Monday.", "2011-10-24"),
    ("He was in office from 2005 until last year.", "2005 2010"),
    ("He was in office 2005-2009.", "2005/2009"),
    ("The talks lasted between Monday and Wednesday.", "2011-10-24 2011-10-26"),
    ("The mission ends at 11:59 p.m. Monday.", "2011-10-31T23:59"),
    ("The council agreed last Friday to end the mission on October 31.", "2011-10-21 2011-10-31"),
    ("From Monday the ports are shut; they were open until Wednesday.", "2011-10-31 2011-10-26"),
    ("As of 10 a.m. Friday, 20 had died.", "2011-10-28T10:00"),
    ("On Christmas Day 2010 he fled.", "2010-12-25"),
    ("On the 4th of July they celebrated.", "2011-07-04"),
    ("In the second week of August it rained.", "2011-08"),
    ("Before dawn Thursday they struck.", "2011-10-27TMO"),
    ("The previous evening he had dined.", "2011-10-27TEV"),
    ("Profit for the three months to September fell.", "P3M 2011-09"),
    ("In the fiscal year ended June 30, 2011, it grew.", "P1Y 2011-06-30"),
    ("He died on 9 or 10 August.", "2011-08-09 2011-08-10"),
    ("They were freed on Thursday (20 October).", "2011-10-20 2011-10-20"),
    ("Court to Rule Next Week on Two-Year Ban", "2011-W44 P2Y"),
]

NO_TIMES = [
    "They are open 24/7 and sell the Sunday Times.",
    "He waited a second and then left.",
    "Shops were full on Black Friday, fuller on Cyber Monday.",
    "May, April Jones and Sgt. March may march on.",
    "The minister, 45, and the 26-year-old met at 9.",
    "Resolution 1973, like resolutions 1970 and 1674, was passed.",
    "Flight 1549, bus number 1984 and room 2011 were full.",
    "Call 555-1234 or 0800 123 456 or +44 20 7946 0018.",
    "He paid $1999 and 2,011 euros for 1984 shares.",
    "Some 1500 people marched 2011 miles.",
    "They won 2-1 and 21-19; she ran 10.58 and 2:15:25.",
    "The euro fell to 1.3950 dollars.",
    "On 31 February nobody came, and on Feb. 29, 2011 nobody left.",
    "At 25:61 nothing happened; on 31/31/2011 neither.",
    "He used Windows 2000 and then spoke to Russia Today.",
    "It was the worst since the Thirty Years' War.",
    "She was second; the second man was third.",
    "The price is 30 cents a day.",
    "He is in his 60s, she in her mid-30s.",
    "The 9.58 run, the F-16, the A320 and the M25.",
]


@pytest.mark.parametrize(("text", "values"), READ)
def test_sentence_is_read_as_readers_do(text: str, values: str) -> None:
    assert [timex.value for timex in times.find(text, published=FRIDAY)] == values.split()


@pytest.mark.parametrize("text", NO_TIMES)
def test_sentence_without_a_time_stays_without(text: str) -> None:
    assert [text[timex.start : timex.end] for timex in times.find(text, published=FRIDAY)] == []
