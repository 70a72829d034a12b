"""The report and the vault: every link leads somewhere, and no name becomes markup."""

import re

from markdown_it import MarkdownIt

from conftest import HOSTILE


def tokens(text):
    for token in MarkdownIt("commonmark", {"html": True}).enable("table").parse(text):
        yield token
        yield from token.children or []


def check_markdown(text):
    kinds = set()
    for token in tokens(text):
        kinds.add(token.type)
        if token.type == "link_open":
            assert re.match(r"https?://[^\s<>]+$", token.attrs["href"]), token.attrs
    assert not kinds & {"html_inline", "html_block", "image", "code_inline", "fence", "code_block"}, kinds
    return kinds


def test_report(exports):
    text = exports.path("markdown").read_text()
    check_markdown(text)
    assert text.count("\n- **") == len(exports.json["interactions"])


def test_report_says_names_as_they_are(hostile):
    text = hostile.path("markdown").read_text()
    words = "".join(t.content for t in tokens(text) if t.type == "text" or t.type == "text_special")
    for name in HOSTILE:
        if name.isprintable() and "\u200f" not in name:
            assert name in words, name


def test_vault(exports):
    folder = exports.path("obsidian")
    notes = {str(p.relative_to(folder))[:-3]: p.read_text() for p in folder.rglob("*.md")}
    actors = exports.json["nodes"]
    assert len(notes) == len(actors) + 1
    for name, text in notes.items():
        body = text.split("---\n", 2)[-1] if text.startswith("---\n") else text
        links = re.findall(r"\[\[([^\]|]*)(?:\|([^\]]*))?\]\]", body)
        for target, shown in links:
            assert target in notes, f"{name} links to {target}"
            assert shown
        assert body.count("[[") == len(links)
        check_markdown(re.sub(r"\[\[[^\]]*\]\]", "link", body))


def test_vault_properties_are_yaml(hostile):
    folder = hostile.path("obsidian")
    for path in (folder / "Actors").glob("*.md"):
        head = path.read_text().split("---\n")[1]
        assert re.match(r'id: "x\.\d\d"\nkind: "\w+"\n', head)
