"""Graphs and their exports, made once for all tests."""

import json
import os
import pathlib
import shutil
import subprocess

import pytest

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
OUT = pathlib.Path(os.environ.get("DEMARCHE_INTEROP", ROOT / "build" / "interop"))
PROGRAM = os.environ.get("DEMARCHE", str(ROOT / "build" / "release" / "demarche"))

# Names that break a careless writer. The first is plain, to see that plain names stay as they are.
HOSTILE = [
    "Anna Lindqvist",
    'Anna "the Fox" O\'Hara',
    "back\\slash \\N \\n \\u0027 \\",
    "<b>&amp; <script>alert(1)</script> & Co >",
    "]]> --> */ <!-- <?php",
    "line\nbreak\r\n\ttab",
    "bell\a\x01\x1f\x7f",
    "\u202eevil\u202c \u200fright\u200e \u2066x\u2069",
    "👩🏽‍⚖️ 🇹🇷 習近平 محمد Ωmega",
    "{a|b} ${HOME} `id` %s %n ;--",
    "line\u2028para\u2029next\u0085",
    '=HYPERLINK("http://x")',
    "+1, -1; @x",
    "[[Wiki|Link]] ^block #tag *bold* _it_",
    "') DETACH DELETE (n) //",
]


def run(*arguments, check=True):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True)
    assert not check or done.returncode == 0, done.stderr
    return done


def hostile_graph():
    """A graph in the program's own JSON: a ring of actors with hostile names, all four statuses."""
    nodes, interactions, mentions = [], [], []
    for i, name in enumerate(HOSTILE):
        kind = ["person", "state", "government", "organisation", "group", "other"][i % 6]
        nodes.append({"id": f"x.{i:02}", "name": name, "kind": kind, "code": "USA", "offices": [name], "aliases": [name, "b"]})
    for i, name in enumerate(HOSTILE):
        other = (i + 1) % len(HOSTILE)
        status = ["actual", "planned", "possible", "denied"][i % 4]
        mention = {
            "id": f"m{i:02}", "doc": "d1", "date": "2010-05-13", "date_precision": "day",
            "actor": [{"identifier_text": name, "kind": "person"}],
            "recipient": [{"identifier_text": HOSTILE[other], "kind": "person"}],
            "event": ["CONSULT"], "action": "call", "status": status, "text": f"“{name}” called.", "topic": [name],
            "quad_code": 1, "event_scale": 2.5, "confidence": 0.5, "rule": "CONSULT.call",
            "cite_info": {"title": name, "url": "https://example.org/a?b=<c>&d='e'", "publication": name},
        }
        mentions.append(mention)
        interactions.append({
            "id": f"i.{i:02}", "event": "CONSULT", "action": "call" if i % 2 else name, "reciprocal": False,
            "status": status, "date": "2010-05-13" if i % 3 else "", "date_precision": "day",
            "actor": [f"x.{i:02}"], "recipient": [f"x.{other:02}"], "topic": [name, "b"], "place": name,
            "history": [], "mentions": [mention["id"]], "reports": 1, "independent": 1, "confidence": 0.5,
            "event_scale": 2.5, "quad_code": 1,
        })
    affiliations = [{
        "person": f"x.{i:02}", "office": name, "of": f"b.{i:02}", "of_name": name, "from": "2009", "former": False,
        "gazetteer": True, "mentions": [f"m{i:02}"],
    } for i, name in enumerate(HOSTILE)]
    sources = [{"id": "d1", "title": "T", "date": "2010-05-13", "url": "https://example.org/1"}]
    return {"graph": {"format": 1}, "nodes": nodes, "edges": [], "interactions": interactions, "mentions": mentions,
            "sources": sources, "affiliations": affiliations}


class Exports:
    """The exports of one graph, each made and verified when it is first asked for."""

    def __init__(self, graph, folder):
        self.graph, self.folder = graph, folder

    def path(self, format, *flags, name=None):
        suffix = {"json": ".json", "graphml": ".graphml", "gexf": ".gexf", "cytoscape": ".cyjs", "cypher": ".cypher",
                  "nquads": ".nq", "turtle": ".ttl", "records": ".jsonl", "plover": ".jsonl", "gdelt": ".tsv",
                  "csv": ".csv", "jsonl": ".jsonl", "markdown": ".md", "dot": ".dot"}.get(format, "")
        path = self.folder / ((name or format) + suffix)
        if not path.exists():
            run("export", self.graph, "--to", format, "-o", path, "--verify", *flags)
        return path

    @property
    def json(self):
        return json.loads(self.path("json").read_text())


def fresh(name):
    folder = OUT / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


@pytest.fixture(scope="session")
def articles():
    folder = fresh("articles")
    run("build", ROOT / "examples" / "articles", "-o", folder / "graph.db")
    return Exports(folder / "graph.db", folder)


@pytest.fixture(scope="session")
def hostile():
    folder = fresh("hostile")
    path = folder / "graph.in.json"
    path.write_text(json.dumps(hostile_graph()))
    return Exports(path, folder)


@pytest.fixture(params=["articles", "hostile"])
def exports(request):
    return request.getfixturevalue(request.param)


def lines_of(command):
    """The JSON that the last line of a program says."""
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
    return json.loads(done.stdout.strip().split("\n")[-1])


def node(script, *arguments):
    return lines_of(["node", str(OUT / "node" / script), *map(str, arguments)])


def java(libraries, program, *arguments, options=()):
    lib = OUT / libraries / "lib"
    return lines_of(["java", "-Xmx1g", *options, "-cp", f"{lib}/*", str(HERE / "java" / program), *map(str, arguments)])
