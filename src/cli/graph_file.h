// Graphs as the commands are given them: a store, a JSON graph or GraphML, told apart by content.
#ifndef DEMARCHE_CLI_GRAPH_FILE_H
#define DEMARCHE_CLI_GRAPH_FILE_H

#include <CLI/CLI.hpp>
#include <string>

#include "demarche/error.h"
#include "demarche/graph.h"
#include "demarche/store.h"

namespace demarche::cli {

// A file whose first byte that is not white space is "{" is JSON, with "<" GraphML as `export` writes it; everything
// else is opened as a store, whose message says what is wrong with it.
Result<Graph> load_graph(const std::string& path);

// Opens a store for a command that JSON graphs do not have: "g.json: a JSON graph; this needs a store, graph.db".
// Unlike Store::open() it creates nothing.
Result<Store> open_store(const std::string& path, Store::Mode mode);

bool is_json_graph(const std::string& path);

// JSON or GraphML: read whole, while of a store a part will do.
bool is_graph_text(const std::string& path);

// Whether the path can be a graph at all, without reading it.
Result<Done> check_graph(const std::string& path);

// The actors of a graph, and of a JSON graph all of it: enough to look names up.
Result<Graph> load_names(const std::string& path);

// The positional GRAPH.
void add_graph(CLI::App& command, std::string* path);

}  // namespace demarche::cli

#endif
