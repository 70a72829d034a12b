// Graphs as input of `build`: what `export` has written, read back.
#ifndef DEMARCHE_CLI_GRAPH_INPUT_H
#define DEMARCHE_CLI_GRAPH_INPUT_H

#include <functional>
#include <string>
#include <vector>

#include "demarche/error.h"
#include "demarche/graph.h"

namespace demarche::cli {

// Whether the file is a graph of ours, by its beginning: node-link JSON, GraphML, or records as JSON Lines. Everything
// else, and what cannot be opened, is left to the readers of documents.
bool is_graph_input(const std::string& path);

// Calls `take` for each document of the graph with its statements. REQUIRES is_graph_input().
using TakeStatements = std::function<Result<Done>(Source source, std::vector<Mention> mentions)>;
Result<Done> read_graph_input(const std::string& path, const TakeStatements& take);

}  // namespace demarche::cli

#endif
