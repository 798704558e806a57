"""The docs hold what the program has, their links lead somewhere, their outputs are what the program prints."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import Union, get_args, get_origin, get_type_hints

import click
import msgspec
import pytest

from dateline.cli import exits
from dateline.cli.group import cli
from dateline.model.evidence import Evidence
from dateline.model.story import StoryDocument
from tests.regenerate import HOW, INDEX, PAGES_WITH_OUTPUT, index_page, with_outputs

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/**/*.md")])
CLI_PAGE = (ROOT / "docs/reference/cli.md").read_text(encoding="utf-8")
DOCUMENT_PAGE = (ROOT / "docs/reference/story-document.md").read_text(encoding="utf-8")


def sections(page: str) -> dict[str, str]:
    """Heading -> the words under it."""
    parts = re.split(r"^## (.+)$", page, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def commands() -> dict[str, click.Command]:
    context = click.Context(cli)
    return {name: command for name in cli.list_commands(context) if (command := cli.get_command(context, name))}


@pytest.mark.parametrize("name", commands())
def test_command_and_its_options_are_documented(name: str) -> None:
    section = sections(CLI_PAGE)[name]
    assert f"[`{name}`](#{name})" in CLI_PAGE
    for option in commands()[name].params:
        if isinstance(option, click.Option):
            for flag in option.opts:
                assert f"`{flag}" in section, flag
            if isinstance(option.type, click.Choice):
                assert all(f"`{choice}`" in section for choice in option.type.choices), option.name


@pytest.mark.parametrize("name", commands())
def test_command_has_help_with_an_example(name: str) -> None:
    command = commands()[name]
    assert command.short_help and command.help
    assert f"dateline {name}" in command.help


def test_documented_options_exist() -> None:
    known = {flag for one in commands().values() for option in one.params for flag in option.opts} | {"-h", "--version"}
    assert set(re.findall(r"`(--?[a-z][a-z-]*)", CLI_PAGE)) <= known


def test_exit_codes_are_documented() -> None:
    codes = {value for name, value in vars(exits).items() if name.isupper()}
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", sections(CLI_PAGE)["Exit codes"], re.MULTILINE)} == codes


def structs(kind: object, found: set[type[msgspec.Struct]]) -> set[type[msgspec.Struct]]:
    """All struct types that a type is made of."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        if kind not in found:
            found.add(kind)
            for hint in get_type_hints(kind, vars(import_module(kind.__module__))).values():
                structs(hint, found)
    elif get_origin(kind) is not None or isinstance(kind, type(Union[int, str])):  # noqa: UP007
        for part in get_args(kind):
            structs(part, found)
    return found


@pytest.mark.parametrize("kind", sorted(structs(StoryDocument, set()), key=lambda one: one.__name__))
def test_every_field_of_the_story_document_is_documented(kind: type[msgspec.Struct]) -> None:
    assert Evidence in structs(StoryDocument, set())
    missing = [field for field in kind.__struct_encode_fields__ if f"`{field}`" not in DOCUMENT_PAGE]
    assert not missing


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if link.startswith(("http://", "https://")):
            continue
        name, _, heading = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), link
        if heading:
            headings = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            assert heading in {re.sub(r"[^\w -]", "", one).strip().lower().replace(" ", "-") for one in headings}, link


def test_every_page_is_in_the_index() -> None:
    assert INDEX.read_text(encoding="utf-8") == index_page(), HOW


@pytest.mark.parametrize("page", PAGES_WITH_OUTPUT, ids=lambda page: page.name)
def test_outputs_in_the_docs_are_what_the_program_prints(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert "<!-- output of: " in text
    assert with_outputs(text) == text, HOW
