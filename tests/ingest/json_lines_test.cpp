#include "ingest/json_lines.h"

#include <doctest/doctest.h>

#include "ingest/temporary_run.h"
#include "text/hash.h"

namespace demarche::ingesting {
namespace {

using namespace std::string_literals;
using Strings = std::vector<std::string>;

Run read_lines(const std::string& lines, const IngestOptions& options = {}) {
  TemporaryFolder here;
  here.write("f.jsonl", lines);
  return run({"f.jsonl"}, options);
}

TEST_CASE("NUL in a field is a space") {
  const Run got = read_lines(
      R"({"text":"A\u0000b","id":"a\u0000b","title":"x\u0000y","mentions":[{"start":0,"end":1,"name":"A\u0000"}]})"
      "\n");
  REQUIRE(got.documents.size() == 1);
  CHECK(got.documents[0].text == "A b");
  CHECK(got.documents[0].id == "a b");
  CHECK(got.documents[0].title == "x y");
  CHECK(got.documents[0].mentions[0].name == "A ");
}

TEST_CASE("one text in two papers is two documents, one text twice in a paper is one") {
  const auto id = [](const std::string& fields) {
    const Run got = read_lines("{\"text\":\"Clinton called.\"" + fields + "}\n");
    REQUIRE(got.documents.size() == 1);
    return got.documents[0].id;
  };
  CHECK(id("") == text::StableHash().add("Clinton called.").hex());
  CHECK(id(R"(,"publication":"A")") == text::StableHash().add("Clinton called.").add("A").hex());
  CHECK(id(R"(,"publication":"A","title":"T")") == id(R"(,"publication":"A")"));
  CHECK(id(R"(,"publication":"A","url":"u")") == text::StableHash().add("Clinton called.").add("u").hex());
}

TEST_CASE("a line of megabytes, and the next one") {
  const std::string longest(3 << 20, 'x');
  const Run got = read_lines("{\"text\":\"" + longest + "\"}\n{\"text\":\"A\"}\n{\"text\":\"" + longest + "y\"}\n{\n");
  REQUIRE(got.documents.size() == 3);
  CHECK(got.documents[0].text == longest);
  CHECK(got.documents[1].text == "A");
  CHECK(got.documents[2].text == longest + "y");
  CHECK(got.problems.size() == 1);
}

TEST_CASE("every field of a line") {
  const Run got = read_lines(
      R"({"id":"a","text":"Clinton called \u00c7elik.\r\n","title":"T","date":"2010-05-13","url":"u","publication":"P",)"
      R"("language":"EN","author":{"name":["x",1e3,null]},)"
      R"("mentions":[{"start":0,"end":7,"name":"Hillary Clinton","code":"USA"},{"end":20,"start":15}]})");
  REQUIRE(got.documents.size() == 1);
  const Document& d = got.documents[0];
  CHECK(d.id == "a");
  CHECK(d.text == "Clinton called Çelik.\r\n");
  CHECK(d.title == "T");
  CHECK(d.date == "2010-05-13");
  CHECK(d.url == "u");
  CHECK(d.publication == "P");
  CHECK(d.language == "en");
  REQUIRE(d.mentions.size() == 2);
  CHECK(d.mentions[0].end == 7);
  CHECK(d.mentions[0].name == "Hillary Clinton");
  CHECK(d.mentions[0].code == "USA");
  CHECK(d.mentions[1].start == 15);
  CHECK(d.source == "f.jsonl:1");
  CHECK(got.problems.empty());
}

TEST_CASE("only text is required; null is as good as missing") {
  const Run got = read_lines(
      "{\"text\":\"A\"}\n\n  \n{\"text\":\"B\",\"id\":null,\"title\":null,\"mentions\":null}\r\n"
      "{\"text\":\"C\",\"id\":17}\n{\"text\":\"D\",\"id\":123456789012345678901234567890}");
  CHECK(got.texts() == "A|B|C|D");
  CHECK(got.documents[0].id.size() == 16);
  CHECK(got.documents[1].source == "f.jsonl:4");
  CHECK(got.documents[2].id == "17");
  CHECK(got.documents[3].id == "123456789012345678901234567890");
  CHECK(got.problems.empty());
}

TEST_CASE("numbers too large for a machine word in unused fields do no harm") {
  CHECK(read_lines(R"({"hash":123456789012345678901234567890,"text":"A","x":1e999})").texts() == "A");
}

// One bad line between two good ones: named, skipped, counted.
std::string problem_of(const std::string& line) {
  const Run got = read_lines("{\"text\":\"A\"}\n" + line + "\n{\"text\":\"B\"}\n");
  CHECK(got.texts() == "A|B");
  CHECK(got.counts.lost == 1);
  REQUIRE(got.problems.size() == 1);
  return got.problems[0];
}

TEST_CASE("broken JSON is named by line and byte") {
  CHECK(problem_of(R"({"text":"no end)") ==
        "f.jsonl:2: broken JSON at byte 16 (invalid string: missing closing quote); line skipped");
  CHECK(problem_of(R"({"text":"A")") ==
        "f.jsonl:2: broken JSON at byte 12 (unexpected end of input; expected '}'); line skipped");
  CHECK(problem_of(R"({"text":"A" "id":"b"})") ==
        "f.jsonl:2: broken JSON at byte 16 (unexpected string literal; expected '}'); line skipped");
  CHECK(problem_of(R"({"text":"A"} {"text":"B"})") ==
        "f.jsonl:2: broken JSON at byte 14 (unexpected '{'; expected end of input); line skipped");
  CHECK(problem_of("{'text':'A'}") ==
        "f.jsonl:2: broken JSON at byte 2 (invalid literal; expected string literal); line skipped");
  CHECK(problem_of(R"({"text":"\ud800"})") ==
        "f.jsonl:2: broken JSON at byte 16 (invalid string: surrogate U+D800..U+DBFF must be followed by "
        "U+DC00..U+DFFF); line skipped");
  CHECK(problem_of("{") ==
        "f.jsonl:2: broken JSON at byte 2 (unexpected end of input; expected string literal); line skipped");
  CHECK(problem_of("No JSON at all.") == "f.jsonl:2: broken JSON at byte 1 (invalid literal); line skipped");
}

TEST_CASE("JSON of another kind than expected") {
  CHECK(problem_of(R"({"text":5})") == "f.jsonl:2: \"text\" is a number, not a string; line skipped");
  CHECK(problem_of(R"({"text":["A"]})") == "f.jsonl:2: \"text\" is a list, not a string; line skipped");
  CHECK(problem_of(R"({"text":"A","date":20100513})") == "f.jsonl:2: \"date\" is a number, not a string; line skipped");
  CHECK(problem_of(R"({"text":"A","id":{}})") == "f.jsonl:2: \"id\" is an object, not a string; line skipped");
  CHECK(problem_of(R"({"text":"A","id":1.5})") == "f.jsonl:2: \"id\" is a number, not a string; line skipped");
  CHECK(problem_of(R"(["A"])") == "f.jsonl:2: a list, not an object like {\"text\": \"…\"}; line skipped");
  CHECK(problem_of(R"("A")") == "f.jsonl:2: a string, not an object like {\"text\": \"…\"}; line skipped");
  CHECK(problem_of(R"({"title":"A","body":"B"})") ==
        "f.jsonl:2: neither \"text\" nor \"file\" (there are: title, body; --map text=FIELD says which it is); line "
        "skipped");
  CHECK(problem_of(R"({"text":null})") ==
        "f.jsonl:2: neither \"text\" nor \"file\" (there are: text; --map text=FIELD says which it is); line skipped");
  CHECK(problem_of(R"({})") == "f.jsonl:2: neither \"text\" nor \"file\"; line skipped");
  CHECK(problem_of(R"({"text":" "})") == "f.jsonl:2: \"text\" is empty; line skipped");
  const std::string shape =
      "f.jsonl:2: \"mentions\" is not a list like "
      "[{\"start\": 0, \"end\": 5, \"name\": \"…\", \"code\": \"…\"}]; line skipped";
  CHECK(problem_of(R"({"text":"A","mentions":5})") == shape);
  CHECK(problem_of(R"({"text":"A","mentions":[5]})") == shape);
  CHECK(problem_of(R"({"text":"A","mentions":[{"start":0}]})") == shape);
  CHECK(problem_of(R"({"text":"A","mentions":[{"start":-1,"end":1}]})") == shape);
  CHECK(problem_of(R"({"text":"A","mentions":[{"start":"0","end":1}]})") == shape);
}

TEST_CASE("deep nesting in an unused field") {
  const Run got = read_lines("{\"x\":" + std::string(100000, '[') + std::string(100000, ']') + ",\"text\":\"A\"}\n" +
                             "{\"x\":" + std::string(100000, '[') + ",\"text\":\"A\"}\n{\"text\":\"B\"}");
  CHECK(got.texts() == "A|B");
  CHECK(got.problems.size() == 1);
}

TEST_CASE("repaired and read") {
  const Run got = read_lines(
      "{\"text\":\"A\xFF\"}\n{\"text\":\"B\0C\"}\n{\"text\":\"D\\u0000E\"}\n"s
      "{\"text\":\"F\",\"date\":\"May 2010\"}\n"
      "{\"text\":\"Gül\",\"mentions\":[{\"start\":0,\"end\":3},{\"start\":0,\"end\":4}]}\n");
  CHECK(got.texts() == "A\uFFFD|B C|D E|F|Gül");
  CHECK(got.documents[4].mentions.size() == 1);
  CHECK(got.problems ==
        Strings{
            "(read) f.jsonl:1: invalid UTF-8; 1 byte replaced by U+FFFD",
            "(read) f.jsonl:2: 1 NUL byte; read as spaces",
            "(read) f.jsonl:3: 1 NUL byte; read as spaces",
            "(read) f.jsonl:4: date \"May 2010\" is not a day like 2010-05-13; date left out",
            "(read) f.jsonl:5: mention 2 (0 to 4) is not a part of the text, which has 3 characters; mention left out",
        });
}

TEST_CASE("messages quote no more than a line of a field") {
  const std::string longest = std::string(79, 'x') + "ü";
  const Run got = read_lines("{\"text\":\"A\",\"date\":\"" + longest + std::string(5000, 'y') + "\"}\n{\"file\":\"" +
                             std::string(5000, 'z') + "\"}");
  CHECK(got.problems ==
        Strings{"(read) f.jsonl:1: date \"" + std::string(79, 'x') + "…\" is not a day like 2010-05-13; date left out",
                "f.jsonl:2: \"file\" " + std::string(80, 'z') + "… is longer than a path can be; line skipped"});
}

TEST_CASE("many mentions that lie nowhere are said in one line") {
  const Run got = read_lines(
      R"({"text":"Gül","mentions":[{"start":0,"end":3},{"start":2,"end":2},{"start":0,"end":4},{"start":1,"end":9}]})");
  CHECK(got.documents.at(0).mentions.size() == 1);
  CHECK(got.problems == Strings{"(read) f.jsonl:1: mention 2 (2 to 2) is not a part of the text, which has 3 "
                                "characters; 3 such mentions left out"});
}

TEST_CASE("a line over the limit is passed over, whatever its length") {
  IngestOptions options;
  options.limits.document_bytes = 40;
  const std::string good = "{\"text\":\"A\"}\n";
  const std::string long_line = "{\"text\":\"" + std::string(3u << 20, 'x') + "\"}\n";
  const Run got = read_lines(good + long_line + good + long_line, options);
  CHECK(got.texts() == "A|A");
  CHECK(got.problems ==
        Strings{"f.jsonl:2: longer than 40 bytes; line skipped", "f.jsonl:4: longer than 40 bytes; line skipped"});
}

TEST_CASE("lines of every length around the read block") {
  std::string lines;
  Strings texts;
  for (std::size_t length : {1u, 100u, 262100u, 262144u, 262145u, 600000u, 3u, 2000000u, 5u}) {
    texts.push_back(std::string(length, static_cast<char>('a' + texts.size())));
    lines += "{\"text\":\"" + texts.back() + "\"}\n";
  }
  const Run got = read_lines(lines);
  REQUIRE(got.documents.size() == texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) CHECK(got.documents[i].text == texts[i]);
}

TEST_CASE("a byte-order mark before the first line") {
  CHECK(read_lines("\xEF\xBB\xBF{\"text\":\"A\"}\n").texts() == "A");
}

TEST_CASE("lines that point to files") {
  TemporaryFolder here;
  here.write("data/m.jsonl",
             "{\"file\":\"a.txt\",\"id\":\"a\",\"title\":\"Line\"}\n{\"file\":\"n/"
             "b.txt\",\"mentions\":[{\"start\":0,\"end\":2}]}\n"
             "{\"file\":\"missing.txt\"}\n{\"file\":\"/etc/hostname\"}\n{\"file\":\".\"}\n{\"file\":\"empty.txt\"}\n"
             "{\"file\":5}\n{\"file\":\"../b.txt\"}\n{\"file\":\"link.txt\"}\n");
  here.write("data/a.txt", "---\ntitle: File\ndate: 2010-05-13\n---\nText A");
  here.write("b.txt", "Text");
  std::filesystem::create_symlink("../b.txt", "data/link.txt");
  here.write("data/n/b.txt",
             "Text\xFF"
             "B");
  here.write("data/empty.txt", "");
  const Run got = run({"data/m.jsonl"});
  CHECK(got.texts() == "Text A|Text\uFFFDB");
  CHECK(got.documents[0].id == "a");
  CHECK(got.documents[0].title == "Line");
  CHECK(got.documents[0].date == "2010-05-13");
  CHECK(got.documents[0].source == "data/m.jsonl:1");
  CHECK(got.documents[1].mentions.size() == 1);
  CHECK(got.problems == Strings{
                            "(read) data/m.jsonl:2: n/b.txt: invalid UTF-8; 1 byte replaced by U+FFFD",
                            "data/m.jsonl:3: missing.txt: no such file; line skipped",
                            "data/m.jsonl:4: \"file\" /etc/hostname is not a relative path; line skipped",
                            "data/m.jsonl:5: .: not a file; line skipped",
                            "data/m.jsonl:6: empty.txt: empty file; skipped",
                            "data/m.jsonl:7: \"file\" is a number, not a string; line skipped",
                            "data/m.jsonl:8: ../b.txt: leads out of the folder of the list; line skipped",
                            "data/m.jsonl:9: link.txt: leads out of the folder of the list; line skipped",
                        });
  here.write("m.jsonl", "{\"file\":\"missing.txt\"}\n{\"file\":\"b.txt\"}\n{\"file\":\"../missing.txt\"}\n");
  const Run beside = run({"m.jsonl"});
  CHECK(beside.texts() == "Text");
  CHECK(beside.problems == Strings{
                               "m.jsonl:1: missing.txt: no such file; line skipped",
                               "m.jsonl:3: ../missing.txt: leads out of the folder of the list; line skipped",
                           });
}

}  // namespace
}  // namespace demarche::ingesting
