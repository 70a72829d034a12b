"""A real Neo4j takes the tables and the script, and holds the same."""

import unicodedata

import pytest

from conftest import OUT, fresh, java

OPTIONS = ["--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED",
           "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED"]


def without_signs(name):
    """What a table keeps of a name: no marks that turn text, spaces for control characters and line ends."""
    kept = []
    for c in name:
        if ord(c) in (0x85, 0x2028, 0x2029) or unicodedata.category(c) == "Cc":
            kept.append(" ")
        elif ord(c) not in (0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)):
            kept.append(c)
    return "".join(kept)


@pytest.mark.parametrize("way", ["import", "script"])
def test_neo4j(exports, way):
    home = fresh(f"neo4j-home/{exports.folder.name}-{way}")
    path = exports.path("neo4j" if way == "import" else "cypher")
    read = java("neo4j", "Neo4jCheck.java", way, path, home, options=OPTIONS)
    data = exports.json
    assert (read["nodes"], read["edges"]) == (len(data["nodes"]), len(data["edges"]))
    assert read["persons"] == sum(n["kind"] == "person" for n in data["nodes"])
    assert read["planned"] == sum(e["status"] == "planned" for e in data["edges"])
    assert read["confidence"] == pytest.approx(sum(e["confidence"] for e in data["edges"]), abs=1e-4)
    if way == "script":
        assert read["names"] == {n["id"]: n["name"].replace("\0", " ") for n in data["nodes"]}
    else:
        for given in data["nodes"]:
            plain = without_signs(given["name"])
            guard = "'" if plain[:1] in tuple("=+-@") else ""
            # The importer trims nothing, but a table has no apostrophe-free formula.
            assert read["names"][given["id"]] == guard + plain


@pytest.mark.parametrize("way", ["import", "script"])
def test_neo4j_reads_offices(exports, way):
    home = fresh(f"neo4j-home/{exports.folder.name}-offices-{way}")
    path = exports.path("neo4j" if way == "import" else "cypher", "--offices", name=f"{way}-offices")
    read = java("neo4j", "Neo4jCheck.java", way, path, home, options=OPTIONS)
    data = exports.json
    known = {n["id"] for n in data["nodes"]} | {a["of"] for a in data["affiliations"]}
    assert (read["nodes"], read["edges"]) == (len(known), len(data["edges"]) + len(data["affiliations"]))
    assert read["offices"] == len(data["affiliations"])
