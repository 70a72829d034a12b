// Lists of JSON, nested fields, and fields of other names.
#include <doctest/doctest.h>

#include "ingest/json_lines.h"
#include "ingest/temporary_run.h"

namespace demarche::ingesting {
namespace {

using Strings = std::vector<std::string>;

Run read(const std::string& bytes, const IngestOptions& options = {}) {
  TemporaryFolder here;
  here.write("f", bytes);
  return run({"f"}, options);
}

TEST_CASE("a list of objects, in any lines") {
  const Run got = read("[\n  {\"text\": \"A, ] }\", \"id\": 1},\n  {\"text\":\n\"B\\\"}\"}, {\"text\":\"C\"}\n]\n");
  CHECK(got.texts() == "A, ] }|B\"}|C");
  CHECK(got.documents[1].source == "f: record 2");
  CHECK(got.problems.empty());
  CHECK(read("[]").documents.empty());
  CHECK(read("{\n \"text\": \"A\"\n}\n{\n \"text\": \"B\"\n}\n").texts() == "A|B");
}

TEST_CASE("a list within an answer of a news service") {
  IngestOptions options;
  options.map = {{"text", "content"}, {"date", "publishedAt"}, {"publication", "source.name"}};
  const Run got = read(R"({
    "status": "ok", "sources": [1, 2],
    "articles": [{"source": {"id": 5, "name": "The Wire"}, "content": "A", "publishedAt": "2010-05-13T10:00:00Z"}, {"content": "B"}]})",
                       options);
  CHECK(got.texts() == "A|B");
  CHECK(got.documents[0].publication == "The Wire");
  CHECK(got.documents[0].date == "2010-05-13");
}

TEST_CASE("a list deeper within an answer") {
  const std::string answer = R"({"response":{"status":"ok","results":[{"text":"A"},{"text":"B"}]}})";
  CHECK(read(answer).texts() == "A|B");
  CHECK(read("{\n\"meta\": {\"n\": {\"x\": 1}}," + answer.substr(1)).texts() == "A|B");
  CHECK(read("{\n\"data\": {\"page\": {\"items\": [{\"text\": \"A\"}]}}}").texts() == "A");
  CHECK(read(R"({"a":{"b":{"c":{"d":[{"text":"A"}]}}}})").problems.size() == 1);
}

TEST_CASE("a list within an answer on one line, whatever the file is called") {
  for (const char* end : {"", "\n", "\r\n\n"}) {
    CHECK(read(std::string(R"({"status":"ok \" [{","n":2,"next":null,"articles":[{"text":"A"},{"text":"B"}]})") + end)
              .texts() == "A|B");
  }
  // A document with marks of its own has a list of objects, too.
  const Run got = read(R"({"id":"x","mentions":[{"start":0,"end":1}],"text":"A"})");
  CHECK(got.texts() == "A");
  CHECK(got.documents[0].mentions.size() == 1);
  CHECK(got.problems.empty());
}

TEST_CASE("an answer in which other objects and lists stand before the list") {
  for (const char* space : {"", "\n", " "}) {
    const std::string s = space;
    CHECK(read("{" + s + R"("meta":{"n":2,"query":{"q":"x"}},"articles":[{"text":"A"},{"text":"B"}]})").texts() ==
          "A|B");
    CHECK(read("{" + s + R"("sources":[{"id":1}],"empty":[],"articles":[{"text":null},{"text":"A"}]})").texts() == "A");
  }
  CHECK(read("{\"meta\":{\"n\":\"" + std::string(100000, 'x') + "\"},\"articles\":[{\"text\":\"A\"}]}").texts() == "A");
}

TEST_CASE("an answer whose list is broken") {
  for (const char* record : {R"({"x" 1})", "{x:1}", R"({"x":1,y})", R"({"x":1)", R"({"x":[})", R"({""::})"}) {
    CAPTURE(record);
    const Run got = read(std::string(R"({"s":1,"articles":[{"id":1},)") + record + R"(],"n":[{"text":"A"}]})");
    CHECK(got.documents.size() + got.problems.size() == 1);
  }
}

TEST_CASE("an answer on each line") {
  const std::string line = R"({"page":1,"articles":[{"text":"A"},{"text":""},{"text":"B"}]})";
  const Run got = read(line + "\n{\"text\":\"C\"}\n" + line + "\n");
  CHECK(got.texts() == "A|B|C|A|B");
  CHECK(got.documents[1].source == "f:1: record 3");
  CHECK(got.problems == Strings{"f:1: record 2: \"text\" is empty; record skipped",
                                "f:3: record 2: \"text\" is empty; record skipped"});
}

TEST_CASE("an answer whose text is called otherwise says what there is") {
  const std::string answer = R"({"status":"ok","articles":[{"title":"T","content":"A"}]})";
  CHECK(read("{\n" + answer.substr(1)).problems ==
        Strings{"f: record 1: neither \"text\" nor \"file\" (there are: status, articles [title, content]; "
                "--map text=FIELD says which it is); record skipped"});
  IngestOptions options;
  options.map = {{"text", "content"}};
  CHECK(read("{\n" + answer.substr(1), options).texts() == "A");
  CHECK(read(answer, options).texts() == "A");
}

TEST_CASE("fields of other names in JSON Lines") {
  IngestOptions options;
  options.map = {{"text", "article.body"}, {"date", "published_at"}, {"author", "by"}};
  const Run got = read(
      "{\"article\":{\"x\":[1],\"body\":\"A\"},\"published_at\":1273708800,\"by\":\"Jane "
      "Doe\",\"text\":5}\n{\"text\":\"B\"}\n",
      options);
  CHECK(got.texts() == "A");
  CHECK(got.documents[0].date == "2010-05-13");
  CHECK(got.documents[0].author == "Jane Doe");
  CHECK(got.problems ==
        Strings{"f:2: no \"article.body\" (there are: text; --map text=FIELD says which it is); line skipped"});
}

TEST_CASE("records that cannot be read are named, the others read") {
  IngestOptions options;
  options.limits.document_bytes = 100;
  const Run got = read("[{\"text\":\"A\"}, 5, {\"text\":\"B\",}, {\"text\":\"" + std::string(200, 'x') +
                           "\"}, {\"text\":\"C\"}, {\"text\":\"D",
                       options);
  CHECK(got.texts() == "A|C");
  CHECK(got.problems ==
        Strings{"f: record 2: a number, not an object like {\"text\": \"…\"}; record skipped",
                "f: record 3: broken JSON at byte 13 (unexpected '}'; expected string literal); record skipped",
                "f: record 4: longer than 100 bytes; record skipped",
                "f: record 6: breaks off before its end; record skipped"});
}

TEST_CASE("a list without an end is named") {
  const Run got = read("[{\"text\":\"A\"},\n");
  CHECK(got.texts() == "A");
  CHECK(got.problems == Strings{"(read) f: the list has no end; what stood behind is missing"});
}

TEST_CASE("lists of every size around the read block") {
  std::string list = "[";
  Strings texts;
  for (std::size_t length : {1u, 262100u, 262144u, 3u, 600000u, 5u}) {
    texts.push_back(std::string(length, static_cast<char>('a' + texts.size())));
    list += (texts.size() > 1 ? "," : "") + std::string("{\"text\":\"") + texts.back() + "\"}";
  }
  const Run got = read(list + "]");
  REQUIRE(got.documents.size() == texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) CHECK((got.documents[i].text == texts[i]));
}

}  // namespace
}  // namespace demarche::ingesting
