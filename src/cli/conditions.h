// The one query model as flags: every command that answers has the same conditions, formats and pictures.
#ifndef DEMARCHE_CLI_CONDITIONS_H
#define DEMARCHE_CLI_CONDITIONS_H

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/result_format.h"
#include "demarche/graph.h"
#include "demarche/graph_stream.h"
#include "demarche/query.h"
#include "demarche/report.h"
#include "demarche/store.h"

namespace demarche::cli {

struct AnswerFlags {
  std::string graph;
  Query query;
  bool any = false;  // --action any: no action restricts, nor does a command's own
  ResultFormat format = ResultFormat::table;
  bool dot = false, svg = false;
  std::string dot_file, svg_file;  // empty: standard output, in place of the answer
  bool exit_status = false;
};

// --actor, --with, --since … Values are checked while the command line is parsed, so that a wrong one is wrong use.
void add_conditions(CLI::App& command, AnswerFlags* flags);

// The same for commands that do not answer but take a part of a graph. "any" actions restrict nothing.
void add_conditions(CLI::App& command, Query* query);

// The part of the graph that meets the conditions, rolled up if that is asked for; the whole graph without conditions.
Result<Graph> load_part(const std::string& path, const Query& query);

// The same as a stream: a whole store is read row by row.
struct OpenedStream {
  std::optional<Store> store;  // before what reads it
  std::unique_ptr<GraphStream> stream;
};
Result<OpenedStream> open_stream(const std::string& path, const Query& query);

// --format, --dot, --svg, --exit-status. A word behind --dot or --svg that names no picture is put in front of `words`:
// ask --dot "Who called?"
void add_answer_flags(CLI::App& command, AnswerFlags* flags, std::vector<std::string>* words = nullptr);

// The graph at the path, or of a store that part which the query needs.
Result<Graph> load_for(const std::string& path, const Query& query);

// Writes the answer and the pictures of the interactions that it rests on. Returns the exit code.
int write_answer(const Graph& graph, const AnswerFlags& flags, const std::string& page,
                 const std::vector<std::string>& interactions);

using MakeReport = Result<Report> (*)(const Graph&, const Query&);

// Loads, makes the report and writes it.
int answer_with_report(const AnswerFlags& flags, const Settings& settings, MakeReport make);

// The same without loading interactions: a store of a million answers in seconds. REQUIRES is_bare().
using MakeBareReport = Report (*)(const Graph&, const std::vector<Dealing>&, const Query&);
int answer_from_dealings(const AnswerFlags& flags, const Settings& settings, MakeBareReport make);

// A path or a cut of a store: who dealt with whom is read, then the interactions of its steps. REQUIRES
// needs_only_steps().
int answer_from_steps(const AnswerFlags& flags, const Settings& settings);

// A store, and neither a condition nor a picture needs more than who dealt with whom, and when.
bool is_bare(const AnswerFlags& flags);

}  // namespace demarche::cli

#endif
