// Graphs as the commands are given them: a store or a JSON graph, told apart by content.
#ifndef DEMARCHE_CLI_GRAPH_FILE_H
#define DEMARCHE_CLI_GRAPH_FILE_H

#include <CLI/CLI.hpp>
#include <string>

#include "demarche/error.h"
#include "demarche/graph.h"

namespace demarche::cli {

// A file whose first byte that is not white space is "{" is JSON; everything else is opened as a store, whose message
// says what is wrong with it.
Result<Graph> load_graph(const std::string& path);

// The positional GRAPH.
void add_graph(CLI::App& command, std::string* path);

}  // namespace demarche::cli

#endif
