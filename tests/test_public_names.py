"""The public surface: complete, sorted, loadable."""

from __future__ import annotations

import dateline


def test_all_is_sorted_and_has_a_home_for_each_name() -> None:
    assert dateline.__all__ == sorted(dateline.__all__)
    assert set(dateline.__all__) == set(dateline._HOMES)


def test_every_public_name_loads_and_has_a_docstring() -> None:
    for name in dateline.__all__:
        assert getattr(dateline, name).__doc__, name


def test_unknown_name_is_an_attribute_error() -> None:
    try:
        dateline.nothing  # noqa: B018
    except AttributeError as err:
        assert "nothing" in str(err)
    else:
        raise AssertionError
