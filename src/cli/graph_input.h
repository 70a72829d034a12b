// Graphs as input of `build`: what `export` has written, read back.
#ifndef DEMARCHE_CLI_GRAPH_INPUT_H
#define DEMARCHE_CLI_GRAPH_INPUT_H

#include <functional>
#include <string>

#include "demarche/error.h"
#include "demarche/store.h"

namespace demarche::cli {

// Whether the file is a graph of ours, by its beginning: node-link JSON, GraphML, or records as JSON Lines. Everything
// else, and what cannot be opened, is left to the readers of documents.
bool is_graph_input(const std::string& path);

// Calls `take` for each document of the graph with its statements. REQUIRES is_graph_input().
using TakeDocument = std::function<Result<Done>(StoredDocument&& document)>;
Result<Done> read_graph_input(const std::string& path, const TakeDocument& take);

}  // namespace demarche::cli

#endif
