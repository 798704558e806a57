from __future__ import annotations

from dateline.weave.timeline.clauses import is_comment

NEWS = (
    'The council of Arden closed the bridge on Tuesday. "I think we should have closed it earlier, and my colleagues '
    'must say so," Mayor Ann Lee said. "Perhaps we waited too long." Divers had found cracks in two piers.'
)
VIEWS = (
    "I have crossed the Arden bridge every day. It should have been closed earlier, and the mayor must say why it was "
    "not. Perhaps we all looked away. My own view is that somebody ought to resign."
)


def test_comment_speaks_for_its_writer() -> None:
    assert is_comment(VIEWS)


def test_news_that_quotes_views_is_no_comment() -> None:
    assert not is_comment(NEWS)
