#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "program_run.h"
#include "sample_graph.h"

namespace demarche::cli {
namespace {

using nlohmann::json;

struct WithGraph {
  TemporaryFolder here;
  WithGraph() { here.write("g.json", write_json(sample_graph())); }
};

TEST_CASE_FIXTURE(WithGraph, "a table of interactions with their proof") {
  CHECK(demarche("talks g.json --actor Clinton") ==
        ProgramRun{0,
                   "2010-05-13  Hillary Clinton → Ahmet Davutoglu: call, about Iran\n"
                   "  Hillary Clinton [called] Ahmet Davutoglu on Thursday.\n"
                   "  https://e.org/a1\n",
                   ""});
}

TEST_CASE_FIXTURE(WithGraph, "flags choose") {
  const auto actions = [](const std::string& flags) {
    std::string out;
    const json page = json::parse(demarche("talks g.json --action any --format json " + flags).out);
    for (const json& interaction : page["interactions"]) {
      out += interaction["action"].get<std::string>() + " ";
    }
    return out;
  };
  CHECK(actions("--status planned") == "visit ");
  CHECK(actions("--status planned,actual") == "visit call ");
  CHECK(actions("--status planned --status actual --until 2010-05-13") == "call ");
  CHECK(actions("--recipient Davutoglu") == "call ");
  CHECK(actions("--with-country TUR") == "call ");
  CHECK(actions("--about iran") == "call ");
  CHECK(actions("--status planned --min-confidence 0.9").empty());
  CHECK(actions("--status planned,actual --limit 1") == "visit ");
}

TEST_CASE_FIXTURE(WithGraph, "rows for scripts") {
  const std::string csv = demarche("talks g.json --format csv").out;
  CHECK(
      csv.starts_with("id,date,enddate,status,action,event,mode,actor,recipient,topic,place,reports,independent,"
                      "confidence,text,url\n"));
  const std::string line = demarche("talks g.json --format jsonl").out;
  const json interaction = json::parse(line);
  CHECK(interaction["actor"] == json{"Hillary Clinton"});
  CHECK(interaction["mentions"][0]["published"] == "2010-05-14");
}

TEST_CASE_FIXTURE(WithGraph, "nothing found is success, unless asked otherwise") {
  const ProgramRun nothing = {0, "",
                              "demarche: nothing found for want=interactions action=talk until=2009 status=actual\n"};
  CHECK(demarche("talks g.json --until 2009 --status actual") == nothing);
  CHECK(demarche("talks g.json --until 2009 --exit-status").code == 1);
}

}  // namespace
}  // namespace demarche::cli
