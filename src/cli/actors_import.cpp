// demarche actors import: other people's lists of actors become a folder of actor files.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>
#include <string>
#include <system_error>

#include "actors/actor_toml.h"
#include "actors/agents.h"
#include "actors/dictionary.h"
#include "actors/match.h"
#include "actors/query_result.h"
#include "cli/actors.h"
#include "cli/exit_code.h"
#include "cli/flags.h"
#include "cli/output.h"
#include "rules/pack_compiler.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace demarche::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_problems = 20;  // said one by one

enum class ListFormat { by_name, actors, agents, csv, json };

struct ImportFlags {
  std::vector<std::string> paths;
  std::string folder, rules;
  ListFormat format = ListFormat::by_name;
  bool force = false, strict = false;
};

Result<std::string> read_file(const std::string& path) {
  std::error_code ignored;
  if (!fs::exists(path, ignored)) return Error{Cause::failed, path + ": no such file"};
  if (fs::is_directory(path, ignored)) return Error{Cause::failed, path + ": is a folder; name its files"};
  std::ifstream file(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (!file) return Error{Cause::failed, path + ": cannot be read"};
  return bytes;
}

// "Phoenix.Countries.actors.txt" is an actor dictionary, "result.json" a query result.
Result<ListFormat> format_of(const std::string& path, ListFormat asked) {
  if (asked != ListFormat::by_name) return asked;
  const std::string name = text::fold(fs::path(path).filename().string());
  if (name.ends_with(".json")) return ListFormat::json;
  if (name.ends_with(".csv") || name.ends_with(".tsv")) return ListFormat::csv;
  if (name.find(".agents") != std::string::npos) return ListFormat::agents;
  if (name.find(".actors") != std::string::npos) return ListFormat::actors;
  return Error{Cause::wrong_use, path + ": what kind of list; say --as actors, agents, csv or json"};
}

Result<actors::Imported> read_list(const std::string& path, ListFormat format, const rules::Roster& known) {
  const auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  if (format == ListFormat::actors || format == ListFormat::agents) {
    const bool persons = format == ListFormat::actors;
    actors::Imported list = persons ? actors::read_dictionary(*bytes) : actors::read_agents(*bytes);
    if (list.codes > 0 || !list.nouns.empty()) return list;
    return Error{Cause::failed, fmt::format("{}: not one entry with a code; no dictionary of {}", path,
                                            persons ? "actors" : "agents")};
  }
  const auto sheet =
      format == ListFormat::json ? actors::read_query_json(*bytes, path) : actors::read_csv(*bytes, path);
  if (!sheet) return sheet.error();
  if (sheet->empty() && format != ListFormat::json)
    return Error{Cause::failed, path + ": not one row; the first line names the columns"};
  return actors::read_sheet(*sheet, known);
}

Result<Done> write_rules(const ImportFlags& flags, const std::string& path, const std::string& source,
                         const std::string& text) {
  if (text.empty()) return Done{};
  const fs::path target = fs::path(flags.folder) / path;
  const std::string whole =
      "# Made of " + fs::path(source).filename().string() + " by demarche actors import.\n\n" + text;
  std::error_code error;
  fs::create_directories(target.parent_path(), error);
  if (error) {
    return Error{Cause::failed, target.parent_path().string() + ": cannot be made (" + error.message() + ")"};
  }
  if (!flags.force && fs::exists(target, error)) {
    const auto present = read_file(target.string());
    if (!present || *present != whole) {
      return Error{Cause::failed, target.string() + ": is there already and differs; move it away or say --force"};
    }
  }
  return write_whole(target.string(), whole);
}

// "Phoenix.Countries.actors.txt" → "imported-phoenix-countries-actors.toml": never the name of a built-in file. Of two
// lists of one name ("heads.csv", "heads.json") the second keeps its ending.
std::string file_name(const std::string& path, std::set<std::string>* taken) {
  const auto named = [](const fs::path& part) {
    std::string words = text::repair_utf8(part.string());
    std::replace(words.begin(), words.end(), '.', ' ');
    return "imported-" + text::slug(words) + ".toml";
  };
  std::string name = named(fs::path(path).stem());
  if (taken->contains(name)) name = named(fs::path(path).filename());
  taken->insert(name);
  return name;
}

void report(const std::string& path, const actors::Imported& list, const actors::Matched& matched) {
  std::string line = fmt::format("{}: {} entries", path, list.entries);
  if (!list.rows.empty()) {
    line += fmt::format(", {} names, {} codes; {} are known actors, {} new ones; {} names and {} terms known already",
                        list.names, list.codes, matched.known, matched.fresh, matched.names_known, matched.terms_known);
  }
  if (!list.nouns.empty())
    line += fmt::format(", {} nouns, {} phrases of several words", list.nouns.size() - list.phrases, list.phrases);
  std::string lost;
  const auto lose = [&lost](std::uint64_t count, const char* what) {
    if (count > 0) lost += fmt::format("{}{} {}", lost.empty() ? "; not kept: " : ", ", count, what);
  };
  lose(list.comments, "comments");
  lose(list.open_ended, "marks of names that may begin a longer word");
  say(line + lost);
  for (std::size_t i = 0; i < list.problems.size() && i < most_problems; ++i) {
    say(fmt::format("{}:{}: {}", path, list.problems[i].line, one_line(list.problems[i].what)));
  }
  if (list.problems.size() > most_problems) {
    say(fmt::format("{}: {} more such lines", path, list.problems.size() - most_problems));
  }
}

int import_actors(const ImportFlags& flags) {
  const auto files = rules::pack_files(flags.rules);
  if (!files) return fail(files.error());
  const auto roster = rules::Roster::read(*files);
  if (!roster) return fail(roster.error());
  bool problems = false;
  std::set<std::string> taken;
  for (const std::string& path : flags.paths) {
    const auto format = format_of(path, flags.format);
    if (!format) return fail(format.error());
    auto list = read_list(path, *format, *roster);
    if (!list) return fail(list.error());
    const actors::Matched matched = actors::match(std::move(list->rows), *roster);
    const std::string name = file_name(path, &taken);
    auto written = write_rules(flags, "actors/" + name, path, actors::write_actor_file(matched.rows));
    if (written) written = write_rules(flags, "lexicon/" + name, path, actors::write_noun_file(list->nouns));
    if (!written) return fail(written.error());
    list->rows = matched.rows;
    report(path, *list, matched);
    problems = problems || !list->problems.empty();
  }
  say("lay them over the built-in actors with --rules " + flags.folder);
  return flags.strict && problems ? failure : success;
}

}  // namespace

void set_up_actors_import(CLI::App& command, Run* run) {
  const auto flags = make_flags(command, run, import_actors);
  command
      .add_option("FILE", flags->paths,
                  "Query results (.json, .csv), dictionaries (.actors, .agents), lists (.csv, .tsv)")
      ->type_name("")
      ->required();
  add_text(command, "-o,--output", "DIR", "Folder for the actor files; it is made when missing", &flags->folder)
      ->required();
  add_choice(command, "--as", "What the files are (default: by their names)", &flags->format,
             {{"actors", ListFormat::actors},
              {"agents", ListFormat::agents},
              {"csv", ListFormat::csv},
              {"json", ListFormat::json}});
  add_rules_flag(command, &flags->rules);
  command.add_flag("--force", flags->force, "Overwrite files that differ");
  command.add_flag("--strict", flags->strict, "Exit with 1 when anything could not be read");
}

}  // namespace demarche::cli
