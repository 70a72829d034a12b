#include <doctest/doctest.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "demarche/export.h"
#include "export/sample.h"

using namespace demarche;
using nlohmann::ordered_json;

namespace {

std::string native(const Mention& mention) {
  std::string out;
  write_record(mention, &out);
  return out;
}

std::string plover(const Mention& mention) {
  std::string out;
  write_plover(mention, &out);
  return out;
}

std::string read_error(std::string_view json) {
  const Result<Mention> result = read_record(json, "a.jsonl:3");
  return result.ok() ? "no error" : result.error().message;
}

Mention event(std::string type, std::string action, Status status) {
  Mention m = sample::clinton_calls();
  m.event = std::move(type), m.action = std::move(action), m.status = status;
  m.mode.clear();
  m.event_text = m.action;
  m.attribution.reset();
  m.reciprocal = false;
  return m;
}

// "AGREE[future] quad 1 scale 2.5", or "none".
std::string projected(const Mention& mention) {
  const std::string out = plover(mention);
  if (out.empty()) return "none";
  const auto json = ordered_json::parse(out);
  std::ostringstream text;
  text << json.at("event").at(0).get<std::string>() << json.value("mode", ordered_json::array()).dump() << " "
       << json.at("quad_code") << " " << json.at("event_scale");
  return text.str();
}

}  // namespace

TEST_CASE("the native record, field by field") {
  const std::string line = native(sample::clinton_calls()) + "\n";
  CHECK(line == sample::golden("record.jsonl", line));
}

TEST_CASE("the PLOVER record, field by field") {
  const std::string line = plover(sample::clinton_calls()) + "\n";
  CHECK(line == sample::golden("plover.jsonl", line));
}

TEST_CASE("an empty mention leaves out what is not stated") {
  CHECK(native(Mention()) == R"({"id":"","doc":"","actor":[],"recipient":[],"reciprocal":false,"status":"actual",)"
                             R"("text_info":{"sequence":0,"start":0,"end":0},"event_scale":0.0,"confidence":0.0})");
}

TEST_CASE("writers append") {
  std::string out = "x";
  write_record(Mention(), &out);
  CHECK(out.substr(0, 3) == "x{\"");
}

TEST_CASE("any mention is read back as it was written, and other readers agree that it is JSON") {
  for (unsigned seed = 0; seed < 400; ++seed) {
    CAPTURE(seed);
    sample::Dice dice(seed);
    const Mention mention = sample::random_mention(&dice);
    const std::string line = native(mention);
    CHECK(line.find('\n') == std::string::npos);
    REQUIRE(ordered_json::accept(line));
    const Result<Mention> back = read_record(line, "x");
    REQUIRE_MESSAGE(back.ok(), back.error().message);
    CHECK(sample::same(*back, mention));
    const std::string projection = plover(mention);
    if (!projection.empty()) CHECK(ordered_json::accept(projection));
  }
}

TEST_CASE("invalid UTF-8 is replaced, not passed on") {
  Mention mention;
  mention.text = "a\xFF\xC0\x80z\xE2\x82";
  const std::string line = native(mention);
  REQUIRE(ordered_json::accept(line));
  CHECK(read_record(line, "x")->text == "a\uFFFD\uFFFD\uFFFDz\uFFFD\uFFFD");
}

TEST_CASE("numbers keep one type and are never outside JSON") {
  Mention mention;
  mention.event_scale = std::numeric_limits<double>::infinity();
  mention.confidence = std::numeric_limits<double>::quiet_NaN();
  CHECK(native(mention).find(R"("event_scale":0.0,"confidence":0.0)") != std::string::npos);
  mention.event_scale = -10;
  mention.confidence = 0.1;
  CHECK(native(mention).find(R"("event_scale":-10.0,"confidence":0.1)") != std::string::npos);
}

TEST_CASE("characters that some readers take for line ends are escaped") {
  Mention mention;
  mention.text = "a\u2028b\u2029c\u0085d";
  CHECK(native(mention).find(R"("a\u2028b\u2029c\u0085d")") != std::string::npos);
}

TEST_CASE("the reader says what is wrong in one line") {
  CHECK(read_error("") == "a.jsonl:3: empty, no JSON");
  CHECK(read_error("{\"id\":\"a\",}") == "a.jsonl:3: broken JSON at column 11");
  CHECK(read_error("{\"id\":\"a\",\n\"doc\" 1}") == "a.jsonl:3: broken JSON at line 2, column 7");
  CHECK(read_error("{\"id\":\"a") == "a.jsonl:3: broken JSON at column 9");
  CHECK(read_error("{\"id\":\"a\xFF\"}") == "a.jsonl:3: invalid UTF-8");
  CHECK(read_error("[]") == "a.jsonl:3: not an object; expected one record of `demarche extract`");
  CHECK(read_error("{}") == "a.jsonl:3: id is missing");
  CHECK(read_error(R"({"id":"a"})") == "a.jsonl:3: doc is missing");
  CHECK(read_error(R"({"id":"a","doc":7})") == "a.jsonl:3: doc must be a string");
  CHECK(read_error(R"({"id":"a","doc":"d","actor":{}})") == "a.jsonl:3: actor must be a list of objects");
  CHECK(read_error(R"({"id":"a","doc":"d","actor":[{},{"start":-1}]})") ==
        "a.jsonl:3: actor[1].start must be a whole number, 0 or more");
  CHECK(read_error(R"({"id":"a","doc":"d","actor":[{"end":4294967296}]})") ==
        "a.jsonl:3: actor[0].end must be a whole number, 0 or more");
  CHECK(read_error(R"({"id":"a","doc":"d","attribution":{"source":{"kind":"cat"}}})") ==
        "a.jsonl:3: attribution.source.kind is \"cat\"; it must be person, state, government, organisation, group or "
        "other");
  CHECK(read_error(R"({"id":"a","doc":"d","status":"maybe\n"})") ==
        "a.jsonl:3: status is \"maybe\\n\"; it must be actual, planned, possible or denied");
  CHECK(read_error(R"({"id":"a","doc":"d","event":["AID","AGREE"]})") == "a.jsonl:3: event must be a list of one");
  CHECK(read_error(R"({"id":"a","doc":"d","topic":"Iran"})") == "a.jsonl:3: topic must be a list of strings");
  CHECK(read_error(R"({"id":"a","doc":"d","reciprocal":1})") == "a.jsonl:3: reciprocal must be true or false");
  CHECK(read_error(R"({"id":"a","doc":"d","confidence":"high"})") == "a.jsonl:3: confidence must be a number");
  CHECK(read_error(std::string(5000, '[') + std::string(5000, ']')) == "a.jsonl:3: nested too deeply");
}

TEST_CASE("a long wrong word is cut in the message") {
  std::string record = R"({"id":"a","doc":"d","status":")";
  for (int i = 0; i < 100; ++i) record += "é";
  CHECK(read_error(record + "\"}") ==
        "a.jsonl:3: status is \"éééééééééééééééééééé…\"; it must be actual, planned, possible or denied");
}

TEST_CASE("the reader takes nulls, unknown fields and a bare event") {
  const auto mention = read_record(R"({"id":"a","doc":"d","event":"AID","mode":null,"later":[1]})", "x");
  REQUIRE(mention.ok());
  CHECK(mention->event == "AID");
}

TEST_CASE("PLOVER: the status decides the type") {
  const std::vector<std::tuple<const char*, Status, const char*>> rows = {
      {"CONSULT", Status::actual, "CONSULT[] 1 1.5"},
      {"CONSULT", Status::planned, "AGREE[] 1 2.5"},
      {"SUPPORT", Status::planned, "AGREE[] 1 2.5"},
      {"COOPERATE", Status::planned, "AGREE[] 1 2.5"},
      {"AID", Status::planned, "AGREE[] 1 2.5"},
      {"RETREAT", Status::planned, "CONCEDE[] 1 4.5"},
      {"SANCTION", Status::planned, R"(THREATEN["relations"] 3 -3.5)"},
      {"COERCE", Status::planned, R"(THREATEN["restrict"] 3 -3.5)"},
      {"ASSAULT", Status::planned, R"(THREATEN["violence"] 3 -3.5)"},
      {"MOBILIZE", Status::planned, "THREATEN[] 3 -3.5"},
      {"ACCUSE", Status::planned, R"(ACCUSE["future"] 1 1.5)"},
      {"CONSULT", Status::possible, R"(CONSULT["hypothetical"] 1 1.5)"},
      {"CONSULT", Status::denied, "none"},
  };
  for (const auto& [type, status, expected] : rows) {
    CAPTURE(type);
    CHECK(projected(event(type, "act", status)) == expected);
  }
}

TEST_CASE("PLOVER: a plan is a threat only from the mouth of who makes it") {
  Mention plan = event("SANCTION", "sanction", Status::planned);
  plan.attribution = Attribution{sample::entity("RUS", "Russia", "RUS", Kind::state, 0, 1), "say"};
  CHECK(projected(plan) == R"(SANCTION["future"] 1 1.5)");
  plan.attribution->source = plan.actor[0];
  CHECK(projected(plan) == R"(THREATEN["relations"] 3 -3.5)");
  plan.attribution->source = sample::entity("p.pj-crowley", "P.J. Crowley", "USA", Kind::person, 0, 1);
  CHECK(projected(plan) == R"(THREATEN["relations"] 3 -3.5)");
  plan.recipient.clear();
  CHECK(projected(plan) == R"(SANCTION["future"] 1 1.5)");
}

TEST_CASE("who takes an office is a record, but none of PLOVER's") {
  Mention m = event("", "take office", Status::actual);
  m.recipient.resize(1);
  REQUIRE(m.actor.size() == 1);
  CHECK(projected(m) == "none");
  CHECK(nlohmann::json::parse(native(m)).contains("event") == false);
  const Result<Mention> again = read_record(native(m), "here");
  REQUIRE(again.ok());
  CHECK(again->event.empty());
  CHECK(again->action == "take office");
}

TEST_CASE("PLOVER: a refusal to act is REJECT, other denials are no record") {
  CHECK(projected(event("CONSULT", "refuse", Status::denied)) == R"(REJECT["meet"] 3 -2.0)");
  CHECK(projected(event("AID", "decline", Status::denied)) == R"(REJECT["assist"] 3 -2.0)");
  CHECK(projected(event("RETREAT", "reject", Status::denied)) == R"(REJECT["yield"] 3 -2.0)");
  Mention denial = event("CONSULT", "meet", Status::denied);
  denial.attribution = Attribution{denial.actor[0], "deny"};
  CHECK(projected(denial) == "none");
  denial.attribution->verb = "refuse";
  CHECK(projected(denial) == R"(REJECT["meet"] 3 -2.0)");
  std::string out = "kept";
  CHECK_FALSE(write_plover(event("CONSULT", "meet", Status::denied), &out));
  CHECK(out == "kept");
}

TEST_CASE("PLOVER: participants of a reciprocal event are all actors, nobody twice") {
  Mention meeting = event("CONSULT", "meet", Status::actual);
  meeting.reciprocal = true;
  meeting.recipient.push_back(meeting.actor[0]);
  const auto json = ordered_json::parse(plover(meeting));
  CHECK(json.at("actor").size() == 2);
  CHECK(json.at("recipient").empty());
  meeting.event = "ACCUSE";
  CHECK(ordered_json::parse(plover(meeting)).at("recipient").size() == 2);
}

TEST_CASE("PLOVER: dates are days") {
  Mention m = event("CONSULT", "meet", Status::actual);
  m.date = "2010-02";
  auto json = ordered_json::parse(plover(m));
  CHECK(json.at("date") == "2010-02-01");
  CHECK(json.at("enddate") == "2010-02-28");
  m.date = "2010-02-03", m.enddate = "2010-02-03";
  CHECK_FALSE(ordered_json::parse(plover(m)).contains("enddate"));
  m.date = "soon";
  CHECK_FALSE(ordered_json::parse(plover(m)).contains("date"));
}

TEST_CASE("PLOVER: only the ontology's fields and the agreed few") {
  const auto ontology = ordered_json::parse(
      R"({"record":["id","date","enddate","actor","recipient","event","event_loc","event_text","quad_code",
          "event_scale","mode","context","text","text_info","cite_info","doc","confidence","rule"],
          "entity":["code","sector","entity_text","identifier_id","identifier_text","office","start","end"]})");
  const auto allowed = [&](const char* list, const std::string& name) {
    const auto& names = ontology.at(list);
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  for (unsigned seed = 0; seed < 50; ++seed) {
    sample::Dice dice(seed);
    const std::string line = plover(sample::random_mention(&dice));
    if (line.empty()) continue;
    const auto record = ordered_json::parse(line);
    for (const auto& [name, value] : record.items()) CHECK_MESSAGE(allowed("record", name), name);
    for (const auto& entity : record.at("actor")) {
      for (const auto& [name, value] : entity.items()) CHECK_MESSAGE(allowed("entity", name), name);
    }
  }
}
