// demarche export: a graph, or a part of it, in another format.
#include "demarche/export.h"

#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/conditions.h"
#include "cli/exit_code.h"
#include "cli/export_target.h"
#include "cli/flags.h"
#include "cli/graph_file.h"
#include "cli/reading.h"
#include "cli/terminal.h"
#include "demarche/query.h"

namespace demarche::cli {
namespace {

struct ExportFlags {
  std::string graph, output, fields;
  const ExportFormat* format = nullptr;
  ExportOptions options;
  Query query;
  bool no_text = false;
  bool verify = false;
};

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : list + ",") {
    if (c != ',' && c != ' ') {
      word.push_back(c);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

// What cannot be asked for together, empty if nothing.
std::string fault_of(const ExportFlags& flags) {
  const bool to_stdout = flags.output.empty() || flags.output == "-";
  if (to_stdout && flags.format->extension.empty()) {
    return fmt::format("--to {} writes several files; name a folder with -o", flags.format->name);
  }
  if (to_stdout && flags.verify) return "--verify reads a file back; name one with -o";
  return "";
}

Result<Done> verify(const ExportFlags& flags, const ExportCounts& written) {
  const auto found = count_exported(flags.output, flags.format->name, flags.options);
  if (!found) return found.error();
  if (!(*found == written)) {
    return Error{Cause::failed, fmt::format("{}: holds {} and {} where {} and {} were written", flags.output,
                                            counted(found->nodes, "item"), counted(found->edges, "edge"), written.nodes,
                                            written.edges)};
  }
  // A report has an entry for each interaction, and a row for each office.
  const bool report = flags.format->name == "markdown";
  const std::string nodes = counted(written.nodes, report ? "interaction" : written.edges == 0 ? "item" : "actor");
  const std::string edges = written.edges == 0 ? "" : " and " + counted(written.edges, report ? "office" : "edge");
  say(fmt::format("{}: read back, {}{} as written", flags.output, nodes, edges));
  return Done{};
}

int export_graph(ExportFlags flags) {
  if (const std::string fault = fault_of(flags); !fault.empty()) return fail({Cause::wrong_use, fault});
  flags.options.fields = split(flags.fields);
  flags.options.text = !flags.no_text;
  auto graph = open_stream(flags.graph, flags.query);
  if (!graph) return fail(graph.error());
  auto target = flags.format->extension.empty() ? open_folder_target(flags.output, std::string(flags.format->name))
                                                : open_file_target(flags.output);
  if (!target) return fail(target.error());
  const auto written = write_graph(*graph->stream, flags.format->name, flags.options, target->get());
  if (!written) return fail(written.error());
  if (auto finished = (*target)->finish(); !finished) return fail(finished.error());
  if (!flags.verify) return success;
  const auto verified = verify(flags, *written);
  return verified ? success : fail(verified.error());
}

// "json: node-link JSON for NetworkX; …", a line each.
std::string list_of_formats() {
  std::string out = "Formats:\n";
  for (const ExportFormat& format : export_formats()) out += fmt::format("  {:<10} {}\n", format.name, format.summary);
  return out;
}

void set_format(const std::string& name, ExportFlags* flags) {
  flags->format = find_export_format(name);
  if (flags->format != nullptr) return;
  std::string all;
  for (const ExportFormat& format : export_formats()) all.append(all.empty() ? "" : "|").append(format.name);
  throw CLI::ValidationError("--to", "\"" + name + "\" is none of " + all);
}

}  // namespace

void set_up_export(CLI::App& command, const Settings&, Run* run) {
  auto flags = std::make_shared<ExportFlags>();
  add_graph(command, &flags->graph);
  command
      .add_option_function<std::string>(
          "--to", [flags](const std::string& name) { set_format(name, flags.get()); }, "One of the formats below")
      ->type_name("FORMAT")
      ->required();
  add_text(command, "-o,--output", "FILE", "Write to a file, or a folder, instead of standard output", &flags->output);
  command.add_flag("--verify", flags->verify, "Read the file back and compare what it holds with what was written");
  command.add_flag("--no-text", flags->no_text, "Leave the sentences out");
  add_text(command, "--fields", "A,B,…", "Only these fields of actors and interactions; a wrong one lists them",
           &flags->fields);
  add_text(command, "--table", "interactions|ties|actors|mentions|offices",
           "What csv and jsonl hold (default: interactions)", &flags->options.table);
  command.add_flag("--offices", flags->options.offices,
                   "In networks also an edge from each person to the state or organisation of an office");
  add_text(command, "--edges-key", "edges|links|both", "Name of the edges in json (default: edges)",
           &flags->options.edges_key);
  add_text(command, "--title", "TEXT", "Title of the report", &flags->options.title);
  add_conditions(command, &flags->query);
  command.footer(list_of_formats());
  command.callback([flags, run] { *run = [flags] { return export_graph(*flags); }; });
}

}  // namespace demarche::cli
