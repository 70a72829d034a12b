#include "export/escape.h"

#include <doctest/doctest.h>

#include "export/cameo.h"
#include "export/notes.h"
#include "export/sample.h"

using namespace demarche;
using namespace demarche::exporting;

namespace {

std::string with(void (*append)(std::string_view, std::string*), std::string_view text) {
  std::string out;
  append(text, &out);
  return out;
}

std::string iri(std::string_view url) {
  std::string out;
  return append_iri(url, &out) ? out : "none";
}

}  // namespace

TEST_CASE("XML") {
  CHECK(with(append_xml, "a<b>&\"'") == "a&lt;b&gt;&amp;&quot;'");
  CHECK(with(append_xml_text, "a<b>&\"']]>") == "a&lt;b&gt;&amp;\"']]&gt;");
  CHECK(with(append_xml_text, "é\n\x01\u202Ex") == "é&#10;\uFFFD&#8238;x");
  CHECK(with(append_xml, "]]>") == "]]&gt;");
  CHECK(with(append_xml, "a\n\r\tb") == "a&#10;&#13;&#9;b");
  CHECK(with(append_xml, "a\x01\xEF\xBF\xBF b\xFF") == "a\uFFFD\uFFFD b\uFFFD");
  CHECK(with(append_xml, "\u202Ex") == "&#8238;x");
  CHECK(with(append_xml_id, "a\x01 b") == "a\\u0001 b");
}

TEST_CASE("CSV") {
  CHECK(with(append_csv, "plain") == "plain");
  CHECK(with(append_csv, "a,\"b\"") == "\"a,\"\"b\"\"\"");
  CHECK(with(append_csv, "=1+1") == "\"'=1+1\"");
  CHECK(with(append_csv, "@x") == "\"'@x\"");
  CHECK(with(append_csv, "a\nb") == "\"a\nb\"");
  CHECK(with(append_csv_line, "a\r\nb\u2028c\x01") == "a  b c ");
  CHECK(with(append_csv, std::string_view("a\0b\u202Ec", 7)) == "abc");
  CHECK(with(append_tsv, "a\tb\nc\u200F") == "a b c");
}

TEST_CASE("RDF") {
  CHECK(with(append_rdf_literal, "a\"\\\n\u202E") == "\"a\\\"\\\\\\u000A\\u202E\"");
  CHECK(with(append_iri_part, "p.ann o'b/ü") == "p.ann%20o%27b%2F%C3%BC");
  CHECK(iri("https://x.org/a?b=<c>&d=%20\"") == "<https://x.org/a?b=%3Cc%3E&d=%20%22>");
  CHECK(iri("javascript:alert(1)") == "none");
}

TEST_CASE("Cypher: no text ends its string") {
  CHECK(with(append_cypher, "O'Hara") == "'O\\'Hara'");
  CHECK(with(append_cypher, "\\u0027") == "'\\\\\\u00750027'");
  CHECK(with(append_cypher, "a\\'b") == "'a\\\\\\'b'");
  CHECK(with(append_cypher, "`\"\n") == "'`\"\\u000A'");
}

TEST_CASE("Markdown") {
  CHECK(markdown("*a* _b_ [c](d) `e` <f> & #1|2") == "\\*a\\* \\_b\\_ \\[c\\](d) \\`e\\` &lt;f\\> &amp; \\#1\\|2");
  CHECK(markdown("- a\nb") == "\\- a b");
  CHECK(markdown("1. a") == "1\\. a");
  CHECK(markdown("12)") == "12\\)");
  CHECK(markdown("1.5 million") == "1.5 million");
  CHECK(markdown("     code") == "code");
  CHECK(markdown("\u202e\n + list") == "\\+ list");
  // Comments and highlights of Obsidian.
  CHECK(markdown("5% of 100%% and ==all==") == "5% of 100%&#37; and =&#61;all=&#61;");
  CHECK(markdown("Erdoğan’s – talks") == "Erdoğan’s – talks");
  std::string link = "";
  CHECK(append_markdown_url("https://x.org/(a)", &link));
  CHECK(link == "https://x.org/%28a%29");
  CHECK_FALSE(append_markdown_url("javascript:1", &link));
}

TEST_CASE("notes have names that no file system or link refuses, and no two are alike") {
  const auto named = [](std::vector<std::string> names) {
    std::vector<Actor> actors;
    for (std::string& name : names) actors.push_back(sample::actor("x", name, Kind::person, "USA"));
    return note_names(actors);
  };
  CHECK(named({"Ann Lee", "ANN LEE", "Ánn Lee"}) == std::vector<std::string>{"Ann Lee", "ANN LEE 2", "Ánn Lee 3"});
  CHECK(named({"../../etc/passwd", "a|b]]#^c", "..."}) == std::vector<std::string>{"etc passwd", "a b c", "actor"});
}

TEST_CASE("CAMEO codes there and back") {
  Mention mention;
  mention.event = "CONSULT", mention.action = "call";
  CHECK(cameo_of(mention).code == "041");
  mention.status = Status::planned;
  CHECK(cameo_of(mention).code == "036");
  mention.status = Status::denied;
  CHECK(cameo_of(mention).code.empty());
  mention = {};
  mention.event = "SUPPORT", mention.action = "sign agreement";
  CHECK(cameo_of(mention).code == "057");
  CHECK(plover_of("0411").action == "call");
  CHECK(plover_of("1951").event == "ASSAULT");
  CHECK(plover_of("036").status == Status::planned);
  CHECK(plover_of("99").action.empty());
  CHECK(plover_of("").action.empty());
}
