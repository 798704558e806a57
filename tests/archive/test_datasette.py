"""The metadata fits the archive: every table and column is there, every query runs."""

from __future__ import annotations

import json
from pathlib import Path

from dateline.archive.datasette import metadata
from tests.archive.piles import FERRY, filled


def test_metadata_fits_the_archive(tmp_path: Path) -> None:
    with filled(tmp_path, FERRY) as archive:
        made = json.loads(metadata("pile"))["databases"]["pile"]
        names = {row[0] for row in archive.db.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
        own = {name for name in names if not name.startswith(("reports_fts", "sqlite_"))}
        assert made["tables"].keys() == own
        for name, table in made["tables"].items():
            columns = {row[1] for row in archive.db.execute(f"PRAGMA table_xinfo({name})")}
            asked = {*table.get("columns", ()), *table.get("facets", ())}
            asked |= {table[key] for key in ("label_column", "sort", "sort_desc") if key in table}
            assert asked <= columns, name
        for query in made["queries"].values():
            archive.db.execute(query["sql"], {"story": "s", "name": "greta holm"}).fetchall()
