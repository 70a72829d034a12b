// demarche explore and demarche serve as a user runs them.
#include "demarche/explore.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <nlohmann/json.hpp>
#include <regex>
#include <thread>

#include "program_run.h"
#include "sample_graph.h"
#include "serve/http_client.h"

namespace demarche::cli {
namespace {

using Json = nlohmann::json;

TEST_CASE("explore writes one page") {
  TemporaryFolder here;
  here.write("g.json", write_json(sample_graph()));
  if (!has_explorer_page()) {
    CHECK(demarche("explore g.json -o x.html") ==
          failed(1, "this program was built without the explorer's page; install nodejs and npm and build it again"));
    return;
  }
  CHECK(demarche("explore g.json -o x.html --title Calls") == ProgramRun{0, "", ""});
  const std::string page = read_whole("x.html");
  CHECK(page.starts_with("<!DOCTYPE html>"));
  CHECK(page.find("\"title\":\"Calls\"") != std::string::npos);
  CHECK(page.find("Hillary Clinton called") != std::string::npos);
  CHECK(demarche("explore g.json -o - --title Calls").out == page);
  CHECK(demarche("explore g.json -o x.html --around clinton") ==
        ProgramRun{0, "",
                   "demarche: the page shows Hillary Clinton and who is within one tie of it: 2 of the graph's 4 "
                   "actors; 1 of 2 interactions\n"});
  CHECK(demarche("explore g.json -o z.html --since 2010-05-14").code == 0);
  CHECK(read_whole("z.html").find("Hillary Clinton called") == std::string::npos);
  CHECK(demarche("explore g.json -o z.html --with Clinton --action call").code == 0);
  CHECK(read_whole("z.html").find("Hillary Clinton called") != std::string::npos);
  CHECK(demarche("explore g.json -o y.html --top 1")
            .err.starts_with("demarche: the page shows the 1 busiest of 4 actors"));
}

TEST_CASE("explore says what is wrong") {
  TemporaryFolder here;
  here.write("g.json", write_json(sample_graph()));
  CHECK(demarche("explore g.json") == failed(2, "--output is required; see demarche explore --help"));
  CHECK(demarche("explore g.json -o .") == failed(2, ".: is a folder; name a file to write"));
  if (!has_explorer_page()) return;
  CHECK(demarche("explore none.db -o x.html") == failed(1, "none.db: no such file; make it with demarche build"));
  CHECK(demarche("explore g.json -o x.html --around Nobody") == failed(2, "no actor \"Nobody\" in this graph"));
  CHECK(read_whole("x.html").empty());
}

// `demarche serve` on a free port, ended when it goes out of scope.
class Served {
 public:
  explicit Served(const std::string& graph) {
    const std::string said = ".serve";
    process_ = ::fork();
    if (process_ == 0) {
      const int file = ::open(said.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
      ::dup2(file, STDERR_FILENO);
      ::execl(DEMARCHE_PROGRAM, "demarche", "serve", graph.c_str(), "--port", "0", static_cast<char*>(nullptr));
      ::_exit(127);
    }
    const std::regex address("http://127\\.0\\.0\\.1:([0-9]+)/ \\(Ctrl-C ends it\\)\n");
    for (int i = 0; i < 600 && port_ == 0; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
      const std::string text = read_whole(said);
      std::smatch found;
      if (std::regex_search(text, found, address)) port_ = static_cast<unsigned short>(std::stoi(found[1]));
    }
    REQUIRE(port_ != 0);
  }
  ~Served() {
    if (process_ > 0) end(SIGKILL);
  }

  // Sends a signal and waits; the exit code.
  int end(int signal) {
    ::kill(process_, signal);
    int status = 0;
    ::waitpid(process_, &status, 0);
    process_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  std::string get(const std::string& target) const { return serving::get(port_, target); }
  Json json(const std::string& target) const { return Json::parse(serving::body_of(get(target))); }
  unsigned short port() const { return port_; }

 private:
  pid_t process_ = -1;
  unsigned short port_ = 0;
};

TEST_CASE("serve answers what the commands answer") {
  TemporaryFolder here;
  here.write("g.json", write_json(sample_graph()));
  const Served served("g.json");
  CHECK(served.json("/api/graph") == Json{{"actors", 4}, {"interactions", 2}, {"mentions", 2}, {"sources", 2}});
  CHECK(serving::body_of(served.get("/api/ask?q=Who+did+Clinton+call%3F")) ==
        demarche("ask g.json 'Who did Clinton call?' --format json").out);
  const Json talks = served.json("/api/talks?party=Clinton");
  CHECK(talks.at("total") == 1);
  CHECK(talks.at("interactions") ==
        Json::parse(demarche("talks g.json --party Clinton --format json").out).at("interactions"));
  CHECK(served.json("/api/talks?action=any&status=any&limit=1").at("total") == 2);
  CHECK(served.json("/api/talks?action=any&status=any&limit=1").at("interactions").size() == 1);
  CHECK(served.json("/api/talks?action=any&status=any&offset=2").at("interactions").empty());
  CHECK(served.json("/api/actors?q=clin").at("actors") ==
        Json::parse(
            R"([{"id":"p.hillary-clinton","name":"Hillary Clinton","kind":"person","code":"USA","interactions":1}])"));
  CHECK(served.json("/api/actors?q=INACIO").at("total") == 1);
  CHECK(served.json("/api/actors").at("total") == 4);
  const Json actor = served.json("/api/actors/p.hillary-clinton");
  CHECK(actor.at("counterparts").at(0).at("id") == "p.ahmet-davutoglu");
  CHECK(actor.at("counterparts").at(0).at("together") == 1);
  const Json list = served.json("/api/actors/p.hillary-clinton/interactions");
  CHECK(list.at("total") == 1);
  const std::string id = list.at("interactions").at(0).at("id");
  CHECK(served.json("/api/interactions/" + id) == list.at("interactions").at(0));
}

TEST_CASE("serve gives the reports that the commands give") {
  TemporaryFolder here;
  here.write("g.json", write_json(sample_graph()));
  const Served served("g.json");
  const auto same = [&](const std::string& target, const std::string& command) {
    CHECK_MESSAGE(serving::body_of(served.get("/api/" + target)) == demarche(command + " --format json").out, target);
  };
  same("profile?name=Clinton", "profile g.json Clinton");
  same("profile?name=Clinton&name=Davutoglu", "profile g.json Clinton Davutoglu");
  same("timeline?name=Clinton&since=2010", "timeline g.json Clinton --since 2010");
  same("path?from=Clinton&to=Davutoglu&by=recent", "path g.json Clinton Davutoglu --by recent");
  same("top?by=pagerank&limit=2", "top g.json --by pagerank --limit 2");
  same("communities", "communities g.json");
  same("changes?since=2010-05-01", "changes g.json --since 2010-05-01");
  same("disputes?status=any", "disputes g.json --status any");
  same("ask?q=Who+is+Hillary+Clinton&today=2010-06-01", "ask g.json 'Who is Hillary Clinton' --today 2010-06-01");
}

TEST_CASE("of a store serve reads what an answer needs, and answers as of the whole graph") {
  TemporaryFolder here;
  here.write("g.json", write_json(sample_graph()));
  REQUIRE(demarche("build g.json -o g.db").code == 0);
  const Served whole("g.json");
  const Served parts("g.db");
  const std::string id = whole.json("/api/talks?action=any&status=any").at("interactions").at(0).at("id");
  for (const std::string target : {"/api/graph",
                                   "/api/ask?q=Who+did+Clinton+call%3F",
                                   "/api/ask?q=Who+is+Hillary+Clinton&today=2010-06-01",
                                   "/api/ask?q=Who+called+Nobody+Known%3F",
                                   "/api/talks",
                                   "/api/talks?party=Clinton",
                                   "/api/talks?action=call",
                                   "/api/talks?action=any&status=any&limit=1",
                                   "/api/talks?action=any&status=any&limit=1&offset=1",
                                   "/api/talks?action=any&status=any&offset=5",
                                   "/api/talks?action=meet&status=any",
                                   "/api/talks?since=2010-05-14",
                                   "/api/talks?with-country=USA&status=any&action=any",
                                   "/api/talks?about=sanctions",
                                   "/api/actors",
                                   "/api/actors?q=clin",
                                   "/api/actors/p.hillary-clinton",
                                   "/api/actors/p.hillary-clinton/interactions",
                                   "/api/actors/nobody",
                                   "/api/interactions/nobody",
                                   "/api/profile?name=Clinton",
                                   "/api/timeline?name=Clinton&since=2010",
                                   "/api/path?from=Clinton&to=Davutoglu",
                                   "/api/top",
                                   "/api/communities",
                                   "/api/changes?since=2010-05-01",
                                   "/api/disputes?status=any"}) {
    CHECK_MESSAGE(serving::body_of(parts.get(target)) == serving::body_of(whole.get(target)), target);
  }
  CHECK(parts.json("/api/interactions/" + id) == whole.json("/api/interactions/" + id));
  // What is added meanwhile is told.
  CHECK(
      demarche("remove g.db " + parts.json("/api/interactions/" + id).at("mentions").at(0).at("doc").get<std::string>())
          .code == 0);
  CHECK(parts.json("/api/graph").at("interactions") == 1);
  CHECK(serving::status_of(parts.get("/api/interactions/" + id)) == "404");
}

TEST_CASE("serve says what is wrong") {
  TemporaryFolder here;
  here.write("g.json", write_json(sample_graph()));
  const Served served("g.json");
  const auto problem = [&](const std::string& target) {
    const std::string answer = served.get(target);
    return serving::status_of(answer) + " " + Json::parse(serving::body_of(answer)).at("error").get<std::string>();
  };
  CHECK(problem("/nowhere") == "404 nothing is here; see /api/openapi.yaml");
  CHECK(problem("/api/actors/x") == "404 no actor has this id");
  CHECK(problem("/api/actors/x/interactions") == "404 no actor has this id");
  CHECK(problem("/api/interactions/x") == "404 no interaction has this id");
  CHECK(problem("/api/ask") == "400 q: the question is missing");
  CHECK(problem("/api/ask?q=x&today=May") == "400 today: a day like 2010-05-13");
  CHECK(problem("/api/ask?question=x") == "400 question: unknown parameter");
  CHECK(problem("/api/ask?q=fish").starts_with("400 question not understood: \"fish\"; not recognised: fish"));
  CHECK(problem("/api/talks?party=Nobody") == "400 no actor \"Nobody\" in this graph");
  CHECK(problem("/api/talks?limit=0") == "400 limit: a number from 1 to 1000");
  CHECK(problem("/api/actors?limit=5000") == "400 limit: a number from 1 to 1000");
  CHECK(problem("/api/actors?offset=-1") == "400 offset: a number from 0");
  CHECK(problem("/api/profile") == "400 name: the actor is missing");
  CHECK(problem("/api/profile?name=a&name=b&name=c") == "400 name: at most two actors");
  CHECK(problem("/api/path?from=Clinton") == "400 to: the actor is missing");
  CHECK(problem("/api/path?from=Clinton&to=Davutoglu&by=car") ==
        "400 by: \"car\" is none of fewest, recent, strongest, cut");
  CHECK(problem("/api/changes") == "400 since: the day is missing");
  CHECK(problem("/api/timeline?name=Nobody").starts_with("400 no actor \"Nobody\" in this graph"));
  if (has_explorer_page()) {
    CHECK(problem("/?around=x") == "404 no actor has this id");
    CHECK(problem("/?around=IRN&hops=9") == "400 hops: a number from 1 to 3");
    CHECK(problem("/?x=1") == "400 x: unknown parameter");
  }
}

TEST_CASE("serve gives the page, which may ask its own server only") {
  if (!has_explorer_page()) {
    MESSAGE("skipped: built without npm");
    return;
  }
  TemporaryFolder here;
  here.write("g.json", write_json(sample_graph()));
  const Served served("g.json");
  const std::string page = served.get("/");
  CHECK(page.find("Content-Type: text/html") != std::string::npos);
  CHECK(page.find("connect-src 'self'") != std::string::npos);
  CHECK(page.find("\"served\":true") != std::string::npos);
  const std::string part = served.get("/?around=p.hillary-clinton");
  CHECK(part.find("\"around\":\"p.hillary-clinton\"") != std::string::npos);
  CHECK(part.find("Lula") == std::string::npos);
}

// Every path of the description answers, and every path that answers is described.
TEST_CASE("the API is described as it is") {
  TemporaryFolder here;
  here.write("g.json", write_json(sample_graph()));
  const Served served("g.json");
  const std::string yaml = serving::body_of(served.get("/api/openapi.yaml"));
  CHECK(yaml == read_whole(DEMARCHE_SOURCE_DIR "/docs/openapi.yaml"));
  const std::string interaction = served.json("/api/actors/IRN/interactions").at("interactions").at(0).at("id");
  const std::regex path("\n  (/[^\n:]*):\n");
  int paths = 0;
  for (std::sregex_iterator at(yaml.begin(), yaml.end(), path), end; at != end; ++at, ++paths) {
    std::string target = (*at)[1];
    if (target == "/" && !has_explorer_page()) continue;
    if (target == "/api/ask") target += "?q=Who+did+Clinton+call";
    if (target == "/api/profile" || target == "/api/timeline") target += "?name=Clinton";
    if (target == "/api/path") target += "?from=Clinton&to=Davutoglu";
    if (target == "/api/changes") target += "?since=2010";
    const std::string id = target.find("interactions/{id}") != std::string::npos ? interaction : "IRN";
    if (const std::size_t place = target.find("{id}"); place != std::string::npos) target.replace(place, 4, id);
    CHECK_MESSAGE(serving::status_of(served.get(target)) == "200", target);
  }
  CHECK(paths == 16);
}

TEST_CASE("serve ends cleanly on Ctrl-C") {
  TemporaryFolder here;
  here.write("g.json", write_json(sample_graph()));
  Served served("g.json");
  const serving::Client idle(served.port());
  CHECK(served.end(SIGINT) == 130);
}

TEST_CASE("serve names a port that is taken and a graph that is none") {
  TemporaryFolder here;
  here.write("g.json", write_json(sample_graph()));
  const Served served("g.json");
  const std::string port = std::to_string(served.port());
  CHECK(demarche("serve g.json --port " + port) ==
        failed(1, "port " + port + " of 127.0.0.1 is taken; choose another with --port"));
  CHECK(demarche("serve g.json --address somewhere") ==
        failed(2, "\"somewhere\" is no address; write one like 127.0.0.1"));
  CHECK(demarche("serve none.db") == failed(1, "none.db: no such file; make it with demarche build"));
}

}  // namespace
}  // namespace demarche::cli
