"""Opening a back end by name: what is there, what is missing, and one line for each mistake."""

from __future__ import annotations

import importlib.metadata
import json
import re
import socket
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import dateline
from dateline.annotate.backends import Offer, offers, open_backend, register, registry, unregister
from dateline.annotate.backends.rules import Rules
from dateline.cli.exits import FAILED
from dateline.errors import InputError, MissingExtraError
from dateline.pipeline import Options
from tests.annotate.backends.conftest import needs_spacy, spacy_module, with_all_layers, with_names

NEWS = "LISBON, 3 May 2024 - The crew met Belo on Thursday. The pilots' guild agreed, Captain Rui Dias said.\n"
PAGE = Path(__file__).parents[3] / "docs" / "how-to" / "use-a-back-end.md"


def test_the_default_comes_first_and_opens() -> None:
    assert [offer.name for offer in offers()][:2] == ["rules", "spacy"]
    assert isinstance(open_backend("rules"), Rules)


def refusal(given: str) -> str:
    with pytest.raises(InputError) as caught:
        open_backend(given)
    message = str(caught.value)
    assert "\n" not in message
    return message


@pytest.mark.parametrize("given", ["", "spcy:x", "rules:x", "spacy", "spacy:"])
def test_a_wrong_name_is_refused_with_what_is_available(given: str) -> None:
    message = refusal(given)
    assert repr(given) in message
    assert "rules (" in message and "spacy:PIPELINE (" in message


def test_a_missing_library_is_one_line_with_its_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "find_spec", lambda name: None)
    with pytest.raises(MissingExtraError, match=r"spacy.*pip install 'dateline\[spacy\]'"):
        open_backend("spacy:somewhere")
    assert "missing: pip install 'dateline[spacy]'" in refusal("other")


def test_a_name_is_given_once() -> None:
    with pytest.raises(InputError, match="'rules' is there already"):
        register(Offer("rules", "mine", lambda rest: Rules()))


def test_examples_of_the_how_to_run() -> None:
    space: dict[str, Any] = {"__name__": "example"}
    for code in re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL):
        exec(compile(code, PAGE.name, "exec"), space)
    try:
        reports = dateline.read_reports(["-"], stdin=_stream(NEWS), on_problem=print)
        document = dateline.build(reports, Options(backend="harbour"))
    finally:
        unregister("harbour")
    assert document.generated.options["backend"]["name"] == "harbour"


def _stream(text: str) -> Any:
    import io

    return io.BytesIO(text.encode())


def run(tmp_path: Path, *args: str) -> subprocess.CompletedProcess[str]:
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    call = [sys.executable, "-m", "dateline", "build", str(tmp_path / "a.txt"), "--format", "json", *args]
    return subprocess.run(call, capture_output=True, text=True, timeout=60)


def test_build_records_a_back_end_only_where_one_is_named(tmp_path: Path) -> None:
    plain = json.loads(run(tmp_path).stdout)
    assert set(plain["generated"]["options"]) == {"detail", "as_of"}
    ruled = json.loads(run(tmp_path, "--backend", "rules").stdout)
    assert ruled["generated"]["options"].pop("backend")["licence"] == "Apache-2.0"
    assert ruled == plain


def test_build_says_what_is_available_in_one_line(tmp_path: Path) -> None:
    done = run(tmp_path, "--backend", "nobody")
    assert done.returncode == FAILED and done.stdout == ""
    assert done.stderr.startswith("Error: ") and done.stderr.count("\n") == 1
    assert "spacy:PIPELINE" in done.stderr


def test_the_default_loads_no_back_end() -> None:
    code = (
        "import sys, io, dateline\n"
        "list(map(str, [dateline.build(dateline.read_reports(['-'], stdin=io.BytesIO(b'A ferry sank on 3 May 2024.'), "
        "on_problem=print))]))\nprint(*sorted(sys.modules))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not [name for name in loaded if name.startswith(("spacy", "dateline.annotate.backends"))]


@needs_spacy
class TestSpacy:
    Saved = Callable[[Callable[[], Any]], Path]

    def test_layers_follow_from_what_the_parts_assign(self, saved: Saved) -> None:
        assert open_backend(f"spacy:{saved(with_names)}").provider.layers == ("names",)
        full = open_backend(f"spacy:{saved(with_all_layers)}").provider
        assert full.layers == ("tags", "lemmas", "heads", "names")
        assert full.name == "spacy:en_pipeline" and "spaCy 3" in full.version and full.licence == "not stated"

    def test_nothing_is_fetched(self, saved: Saved, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*args: object) -> None:
            raise AssertionError("the network was touched")

        monkeypatch.setattr(socket.socket, "connect", refuse)
        open_backend(f"spacy:{saved(with_names)}")
        refusal("spacy:some_package_that_is_not_there")

    def test_what_is_not_there_is_one_line(self, tmp_path: Path) -> None:
        assert "neither a folder nor an installed package 'no_such_thing'" in refusal("spacy:no_such_thing")
        assert "without config.cfg" in refusal(f"spacy:{tmp_path}")
        (tmp_path / "pipe.zip").touch()
        assert "saw the file" in refusal(f"spacy:{tmp_path / 'pipe.zip'}")
        assert "installed pipelines: " in refusal("spacy:no_such_thing")

    def test_what_cannot_be_loaded_is_one_line(self, tmp_path: Path) -> None:
        (tmp_path / "config.cfg").write_text("no config", encoding="utf-8")
        assert "cannot be loaded" in refusal(f"spacy:{tmp_path}")
        assert "cannot be loaded" in refusal("spacy:msgspec"), "a package that holds no pipeline"

    def test_an_installed_package_opens_by_name(
        self, saved: Saved, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        package = tmp_path / "harbour_names"
        package.mkdir()
        load = f"import spacy\ndef load(**kwargs):\n    return spacy.load({str(saved(with_names))!r}, **kwargs)\n"
        (package / "__init__.py").write_text(load, encoding="utf-8")
        info = tmp_path / "harbour_names-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: harbour_names\nVersion: 1.0\n", encoding="utf-8")
        monkeypatch.syspath_prepend(str(tmp_path))
        assert importlib.metadata.version("harbour_names") == "1.0"
        assert open_backend("spacy:harbour_names").provider.layers == ("names",)

    @pytest.mark.parametrize(
        ("part", "said"), [("raises", "failed on a report: no luck"), ("joins", "joins or cuts tokens")]
    )
    def test_a_pipeline_that_fails_is_one_line(self, part: str, said: str) -> None:
        from dateline.annotate.backends.spacy_pipeline import SpacyPipeline
        from dateline.annotate.sentences import sentences
        from dateline.read import make_report

        spacy = spacy_module()

        def component(doc: Any) -> Any:
            if part == "raises":
                raise RuntimeError("no luck.\nA trace of many lines")
            with doc.retokenize() as joined:
                joined.merge(doc[:2])
            return doc

        spacy.Language.component(part, func=component)
        nlp = spacy.blank("en")
        nlp.add_pipe(part)
        report = make_report(NEWS)
        with pytest.raises(InputError, match=said) as caught:
            SpacyPipeline(nlp).read(report.text, sentences(report.text, report.blocks))
        assert "\n" not in str(caught.value)

    def test_build_takes_its_names_as_votes(self, saved: Saved, tmp_path: Path) -> None:
        done = run(tmp_path, "--backend", f"spacy:{saved(with_names)}")
        assert done.returncode == 0, done.stderr
        document = json.loads(done.stdout)
        assert document["generated"]["options"]["backend"]["name"] == "spacy:en_pipeline"
        assert str(saved(with_names)) not in done.stdout
        assert find_spec("spacy") is not None
