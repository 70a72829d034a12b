"""The HTTP API against its own description."""

import json
import re
import signal
import subprocess
import urllib.parse
import urllib.request

import pytest
import yaml
from openapi_schema_validator import OAS30Validator
from openapi_spec_validator import validate

from conftest import PROGRAM, ROOT

QUESTIONS = ["Who did Blinken call?", "Who is Antony Blinken?", "Did Biden meet Putin?", "What is new since 2022?"]


@pytest.fixture(scope="module")
def description():
    return yaml.safe_load((ROOT / "docs" / "openapi.yaml").read_text())


@pytest.fixture(scope="module")
def server(articles):
    process = subprocess.Popen([PROGRAM, "serve", articles.graph, "--port", "0"], stderr=subprocess.PIPE, text=True)
    said = ""
    while not (found := re.search(r"http://[^ ]*", said)):
        line = process.stderr.readline()
        assert line, said
        said += line
    yield found[0].rstrip("/")
    process.send_signal(signal.SIGINT)
    assert process.wait(10) == 130


def get(address):
    with urllib.request.urlopen(address, timeout=30) as answer:
        return json.load(answer)


def inlined(part, whole, depth=0):
    """The schema with what it refers to in place of the references."""
    if isinstance(part, list):
        return [inlined(each, whole, depth) for each in part]
    if not isinstance(part, dict):
        return part
    if "$ref" in part:
        found = whole
        for name in part["$ref"].split("/")[1:]:
            found = found[name]
        return inlined(found, whole, depth + 1)
    assert depth < 20
    return {key: inlined(value, whole, depth) for key, value in part.items()}


def test_description_is_openapi(description):
    validate(description)


def test_answers_are_as_described(description, server, articles):
    actor = "p.antony-blinken"
    deed = articles.json["interactions"][0]["id"]
    wishes = {
        "/api/ask": [{"q": question} for question in QUESTIONS],
        "/api/talks": [{}, {"with-country": "TUR", "status": "any", "limit": "5"}],
        "/api/actors": [{}, {"q": "blin"}],
        "/api/profile": [{"name": "Blinken"}],
        "/api/timeline": [{"name": "Blinken", "since": "2021"}],
        "/api/path": [{"from": "Blinken", "to": "Lavrov", "by": "strongest"}],
        "/api/changes": [{"since": "2022-01-01"}],
    }
    asked = 0
    for path, about in description["paths"].items():
        content = about["get"]["responses"]["200"]["content"]
        if "application/json" not in content:
            continue
        schema = inlined(content["application/json"]["schema"], description)
        target = path.replace("{id}", deed if path.startswith("/api/interactions") else actor)
        for wish in wishes.get(path, [{}]):
            answer = get(server + target + "?" + urllib.parse.urlencode(wish))
            faults = [f"{path} {wish}: {error.message}" for error in OAS30Validator(schema).iter_errors(answer)]
            assert not faults
            asked += 1
    assert asked >= 16
