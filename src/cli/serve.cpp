// demarche serve: the explorer's page and a JSON API over HTTP, on this machine.
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <thread>
#include <utility>

#include "cli/api.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/flags.h"
#include "cli/graph_file.h"
#include "cli/interrupt.h"
#include "cli/served_graph.h"
#include "serve/http_server.h"
#include "text/utf8.h"

namespace demarche::cli {
namespace {

struct ServeFlags {
  std::string graph;
  ExploreOptions explore;
  serving::ServerOptions server;
};

bool is_loopback(const std::string& address) {
  return address == "localhost" || address == "::1" || address.starts_with("127.");
}

std::string in_address(const std::string& address) {
  return address.find(':') != std::string::npos ? "[" + address + "]" : address;
}

int serve(const ServeFlags& flags) {
  auto graph = ServedGraph::open(flags.graph);
  if (!graph) return fail(graph.error());
  ExploreOptions explore = flags.explore;
  explore.title = text::repair_utf8(explore.title);
  const auto api = Api::open(std::move(*graph), explore);
  if (!api) return fail(api.error());
  serving::ServerOptions options = flags.server;
  options.threads = std::clamp(std::thread::hardware_concurrency(), 1u, 4u);
  watch_interrupts();
  auto server =
      serving::HttpServer::open(options, [&api](const serving::Request& request) { return api->answer(request); });
  if (!server) return fail(server.error());
  if (!has_explorer_page()) say(explorer_page({}, true).error().message + "; the API answers without it");
  if (!api->note().empty()) say("the page shows " + one_line(api->note()));
  if (!is_loopback(options.address)) say("anyone who reaches " + options.address + " can read this graph");
  say(fmt::format("http://{}:{}/ (Ctrl-C ends it)", in_address(options.address), server->port()));
  server->run(interrupted());
  return interrupted_code;
}

}  // namespace

void set_up_serve(CLI::App& command, const Settings&, Run* run) {
  auto flags = std::make_shared<ServeFlags>();
  add_graph(command, &flags->graph);
  command.add_option("--port", flags->server.port, "Where to listen; 0 = any that is free (default: 8080)")
      ->check(CLI::Range(0, 65535))
      ->type_name("N");
  add_text(command, "--address", "IP", "Whom to listen to (default: 127.0.0.1, this machine only)",
           &flags->server.address);
  add_text(command, "--title", "TEXT", "A title for the page", &flags->explore.title);
  command
      .add_option("--top", flags->explore.most_actors,
                  "Only the actors with most interactions on the page (default: 5000)")
      ->type_name("N")
      ->check(CLI::PositiveNumber);
  command.callback([flags, run] { *run = [flags] { return serve(*flags); }; });
}

}  // namespace demarche::cli
