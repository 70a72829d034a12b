"""pandas reads the tables; PLOVER records keep their schema; GDELT rows have GDELT's columns."""

import json

import pandas as pd
import pytest

from conftest import ROOT

TABLES = {"interactions": "interactions", "actors": "nodes", "mentions": "mentions", "offices": "affiliations", "ties": None}


@pytest.mark.parametrize("table", TABLES)
def test_csv_and_jsonl_say_the_same(exports, table):
    frame = pd.read_csv(exports.path("csv", "--table", table, name=f"{table}-csv"))
    lines = pd.read_json(exports.path("jsonl", "--table", table, name=f"{table}-jsonl"), lines=True, dtype=False)
    assert list(frame.columns) == list(lines.columns)
    assert len(frame) == len(lines)
    if TABLES[table]:
        assert len(frame) == len(exports.json[TABLES[table]])
    if table == "ties":
        pairs = {tuple(sorted((e["source"], e["target"]))) for e in exports.json["edges"]}
        assert len(frame) == len(pairs)


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_every_column_in_one_type(exports, table):
    """What Parquet needs: one schema for all rows."""
    types = {}
    for line in exports.path("jsonl", "--table", table, name=f"{table}-jsonl").read_text().splitlines():
        row = json.loads(line)
        for key, value in row.items():
            if value is not None:
                types.setdefault(key, set()).add(type(value))
        assert list(row) == list(types) or set(types) <= set(row)
    assert types and all(len(kinds) == 1 for kinds in types.values()), types


def test_no_cell_is_a_formula(hostile):
    for table in TABLES:
        frame = pd.read_csv(hostile.path("csv", "--table", table, name=f"{table}-csv"), dtype=str, keep_default_na=False)
        numbers = {"event_scale", "mean_scale"}
        cells = [c for column in frame.columns if column not in numbers for c in frame[column]]
        assert not any(c[:1] in ("=", "+", "-", "@") for c in cells)


def test_plover_schema(exports):
    ontology = ROOT.parent / "shared" / "ontology" / "plover.json"
    if not ontology.exists():
        pytest.skip("../shared/ontology/plover.json is not here")
    plover = json.loads(ontology.read_text())
    fields = plover["fields"]
    extra = {"doc", "confidence", "rule"}
    records = [json.loads(line) for line in exports.path("plover").read_text().splitlines()]
    assert records
    for record in records:
        assert set(record) <= set(fields["event record"]) | extra, set(record)
        for entity in record["actor"] + record.get("recipient", []):
            assert set(entity) <= set(fields["entity"]) | {"start", "end"}
        for name in ("text_info", "cite_info", "event_loc"):
            assert set(record.get(name, {})) <= set(fields[name])
        (event,) = record["event"]
        modes = set(plover["events"][event]["modes"]) | set(plover["auxiliary_modes"])
        assert set(record.get("mode", [])) <= modes, (event, record["mode"])
        assert set(record.get("context", [])) <= set(plover["contexts"])
        assert plover["quad_codes"][plover["events"][event]["quad"]] == record["quad_code"]


def test_gdelt_rows(exports):
    rows = pd.read_csv(exports.path("gdelt"), sep="\t", header=None, dtype=str, keep_default_na=False, quoting=3)
    assert rows.shape[1] == 61 and len(rows) > 0
    assert rows[0].is_unique
    assert rows[26].str.fullmatch(r"\d{3,4}").all() and (rows[26].str[:2] == rows[28]).all()
    assert set(rows[29]) <= {"1", "2", "3", "4"}
    assert rows[1].str.fullmatch(r"(\d{8})?").all()
    told = [m["doc"] for m in exports.json["mentions"]]
    assert told == sorted(told), "documents in order"


def test_records_are_those_of_extract(articles):
    records = [json.loads(line) for line in articles.path("records").read_text().splitlines()]
    assert {r["id"] for r in records} == {m["id"] for m in articles.json["mentions"]}
    assert all(r["source"]["id"] == r["doc"] for r in records)
