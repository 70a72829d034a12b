// Answers as JSON.
#ifndef DEMARCHE_CLI_ANSWER_JSON_H
#define DEMARCHE_CLI_ANSWER_JSON_H

#include <nlohmann/json.hpp>

#include "cli/evidence.h"
#include "demarche/graph.h"
#include "demarche/query.h"

namespace demarche::cli {

// Keys keep their order, so that the same answer is the same bytes.
using Json = nlohmann::ordered_json;

// Each leaves out what is not stated.
Json to_json(const Query& query);
Json to_json(const Evidence& evidence);
Json to_json(const Graph& graph, const Interaction& interaction);
Json to_json(const Graph& graph, const std::string& question, const Answer& answer);

// One line, UTF-8.
std::string dump(const Json& json);

}  // namespace demarche::cli

#endif
