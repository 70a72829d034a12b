#include "demarche/pack.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include <fmt/format.h>

#include "rules/embedded.h"
#include "rules/gazetteer_file.h"
#include "rules/pack_data.h"
#include "text/hash.h"

namespace demarche {
namespace {

using namespace rules;

std::string hash_of(const std::vector<PackFile>& files) {
  text::StableHash h;
  for (const PackFile& f : files) h.add(f.path).add(f.text);
  return h.hex();
}

bool starts_with(std::string_view path, std::string_view folder) { return path.substr(0, folder.size()) == folder; }

// Lexicon before actors before actions, states before those who belong to them.
int loading_stage(std::string_view path) {
  if (starts_with(path, "lexicon/") || path == "events.toml") return 0;
  if (path == "actors/states.toml") return 1;
  if (path == "actors/organisations.toml") return 2;
  if (starts_with(path, "actors/")) return 3;
  if (starts_with(path, "offices/") || starts_with(path, "places/")) return 4;
  if (starts_with(path, "actions/")) return 5;
  if (starts_with(path, "topics/") || path == "boilerplate.toml") return 6;
  return 7;
}

Result<Done> load_context_index(const toml::table& toml, std::string_view path, PackTables* tables) {
  std::vector<Context> contexts;
  if (auto loaded = load_contexts(toml, path, &contexts); !loaded) return loaded.error();
  tables->contexts.build(std::move(contexts));
  return Done{};
}

Result<Done> load_file(const PackFile& file, MentionedWords* mentioned, PackTables* tables) {
  const int stage = loading_stage(file.path);
  if (stage == 7) return Done{};
  auto toml = parse_toml(file.text, file.path);
  if (!toml) return toml.error();
  switch (stage) {
    case 0:
      return file.path == "events.toml" ? load_events(*toml, file.path, &tables->events)
                                        : tables->vocabulary.load(*toml, file.path);
    case 5:
      return load_rules(*toml, file.path, tables->events, &tables->vocabulary, mentioned, &tables->rules);
    case 6:
      if (file.path == "boilerplate.toml") {
        tables->boilerplate = strings_at(*toml, "lines");
        return Done{};
      }
      return load_context_index(*toml, file.path, tables);
    default:
      return load_actors(*toml, file.path, &tables->gazetteer);
  }
}

void mark(const std::vector<WordId>& words, std::vector<bool>* flags) {
  for (const WordId w : words) (*flags)[w] = true;
}

Result<std::shared_ptr<const PackTables>> load_tables(std::vector<PackFile> files) {
  std::sort(files.begin(), files.end(), [](const PackFile& a, const PackFile& b) { return a.path < b.path; });
  auto tables = std::make_shared<PackTables>();
  tables->hash = hash_of(files);
  std::stable_sort(files.begin(), files.end(), [](const PackFile& a, const PackFile& b) {
    return loading_stage(a.path) < loading_stage(b.path);
  });
  MentionedWords mentioned;
  for (const PackFile& file : files) {
    if (auto loaded = load_file(file, &mentioned, tables.get()); !loaded) return loaded.error();
  }
  tables->gazetteer.finish();
  const std::size_t words = tables->vocabulary.size();
  tables->shown_modifier.resize(words);
  tables->shown_adverb.resize(words);
  tables->event_noun.resize(words);
  mark(mentioned.modifiers, &tables->shown_modifier);
  mark(mentioned.adverbs, &tables->shown_adverb);
  for (const Rule& rule : tables->rules) {
    for (const PatternCode& code : rule.codes) mark(code.nouns, &tables->event_noun);
  }
  return std::shared_ptr<const PackTables>(std::move(tables));
}

RE2::Options tape_options() {
  RE2::Options options;
  options.set_encoding(RE2::Options::EncodingLatin1);
  options.set_log_errors(false);
  options.set_max_mem(1 << 20);
  return options;
}

int group_of(const RE2& regex, const std::string& name) {
  const auto& groups = regex.NamedCapturingGroups();
  const auto it = groups.find(name);
  return it == groups.end() ? 0 : it->second;
}

Result<CompiledPattern> compile(const PackTables& tables, std::uint32_t rule_index, std::size_t pattern_index) {
  const Rule& rule = tables.rules[rule_index];
  const PatternCode& code = rule.codes[pattern_index];
  CompiledPattern p;
  p.regex = std::make_unique<RE2>(code.regex, tape_options());
  if (!p.regex->ok()) {
    return bad_rules(rule.path, rule.line, fmt::format("rule {}: pattern \"{}\": {}", rule.id, rule.patterns[pattern_index], p.regex->error()));
  }
  p.rule = rule_index;
  p.weight = code.weight;
  for (const WordId id : code.needs) p.needs |= bloom(id);
  p.groups = p.regex->NumberOfCapturingGroups();
  p.x = group_of(*p.regex, "X");
  p.y = group_of(*p.regex, "Y");
  p.z = group_of(*p.regex, "Z");
  p.both = group_of(*p.regex, "B");
  p.topic = group_of(*p.regex, "T");
  return p;
}

void sort_best_first(const Pack::Rep& rep, const PackTables& tables, std::vector<std::uint32_t>* list) {
  std::stable_sort(list->begin(), list->end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto &p = rep.patterns[a], &q = rep.patterns[b];
    const int pp = tables.rules[p.rule].priority, qp = tables.rules[q.rule].priority;
    return pp != qp ? pp > qp : p.weight > q.weight;
  });
}

Result<std::shared_ptr<const Pack::Rep>> build(std::shared_ptr<const PackTables> tables) {
  auto rep = std::make_shared<Pack::Rep>();
  rep->tables = tables;
  rep->by_verb.resize(tables->vocabulary.size());
  rep->by_noun.resize(tables->vocabulary.size());
  for (std::uint32_t r = 0; r < tables->rules.size(); ++r) {
    for (std::size_t i = 0; i < tables->rules[r].codes.size(); ++i) {
      auto pattern = compile(*tables, r, i);
      if (!pattern) return pattern.error();
      const auto number = static_cast<std::uint32_t>(rep->patterns.size());
      rep->patterns.push_back(std::move(*pattern));
      for (const WordId w : tables->rules[r].codes[i].verbs) rep->by_verb[w].push_back(number);
      for (const WordId w : tables->rules[r].codes[i].nouns) rep->by_noun[w].push_back(number);
    }
  }
  for (auto& list : rep->by_verb) sort_best_first(*rep, *tables, &list);
  for (auto& list : rep->by_noun) sort_best_first(*rep, *tables, &list);
  if (!tables->boilerplate.empty()) {
    std::string all;
    for (const std::string& line : tables->boilerplate) all += (all.empty() ? "(?i)(?:" : "|(?:") + line + ")";
    RE2::Options options;
    options.set_log_errors(false);
    rep->boilerplate = std::make_unique<RE2>(all, options);
    if (!rep->boilerplate->ok()) return bad_rules("boilerplate.toml", 1, rep->boilerplate->error());
  }
  return std::shared_ptr<const Pack::Rep>(std::move(rep));
}

Result<std::vector<PackFile>> read_folder(const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    return Error{Cause::bad_rules, fmt::format("{}: no such folder of rules", folder)};
  }
  std::vector<PackFile> files;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (!it->is_regular_file(error) || it->path().extension() != ".toml") continue;
    std::ifstream in(it->path(), std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) return Error{Cause::bad_rules, fmt::format("{}: cannot be read", it->path().string())};
    files.push_back({fs::relative(it->path(), folder).generic_string(), text.str()});
  }
  if (error) return Error{Cause::bad_rules, fmt::format("{}: {}", folder, error.message())};
  if (files.empty()) return Error{Cause::bad_rules, fmt::format("{}: holds no .toml file", folder)};
  return files;
}

}  // namespace

const std::vector<EmbeddedFile>& builtin_files() {
  static const std::vector<EmbeddedFile> files = [] {
    std::vector<EmbeddedFile> out;
    for (const EmbeddedRows& row : embedded_rows()) {
      out.push_back({row.path, std::string_view(row.begin, static_cast<std::size_t>(row.end - row.begin))});
    }
    return out;
  }();
  return files;
}

std::string_view builtin_hash() {
  static const std::string hash = [] {
    text::StableHash h;
    for (const EmbeddedFile& f : builtin_files()) h.add(f.path).add(f.text);
    return h.hex();
  }();
  return hash;
}

Pack::Pack(std::shared_ptr<const Rep> rep) : rep_(std::move(rep)) {}
Pack::Pack(Pack&&) noexcept = default;
Pack& Pack::operator=(Pack&&) noexcept = default;
Pack::~Pack() = default;

Result<Pack> Pack::compile(std::vector<PackFile> files) {
  auto tables = load_tables(std::move(files));
  if (!tables) return tables.error();
  auto rep = build(std::move(*tables));
  if (!rep) return rep.error();
  return Pack(std::move(*rep));
}

Result<Pack> Pack::load(const std::string& overlay_folder) {
  std::map<std::string, std::string> files;
  for (const EmbeddedFile& f : builtin_files()) files.emplace(f.path, f.text);
  if (!overlay_folder.empty()) {
    auto overlay = read_folder(overlay_folder);
    if (!overlay) return overlay.error();
    for (PackFile& f : *overlay) files[f.path] = std::move(f.text);
  }
  std::vector<PackFile> list;
  for (auto& [path, text] : files) list.push_back({path, std::move(text)});
  return compile(std::move(list));
}

Pack Pack::clone() const {
  auto rep = build(rep_->tables);
  return Pack(std::move(rep).value());
}

const std::string& Pack::hash() const { return rep_->tables->hash; }

}  // namespace demarche
