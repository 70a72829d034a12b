#include "rules/pack_compiler.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <sstream>

#include "rules/gazetteer_file.h"
#include "rules/office_lookup.h"
#include "rules/pack_data.h"
#include "rules/rule_file.h"
#include "rules/vocabulary_builder.h"
#include "text/hash.h"

namespace demarche::rules {
namespace {

// A pack's files, read and checked.
struct PackSource {
  std::string hash;
  VocabularyBuilder vocabulary;
  std::vector<ActorRow> actors;
  GazetteerBuilder gazetteer;
  std::vector<EventSource> events;
  std::vector<ContextSource> contexts;
  std::vector<RuleSource> rules;
  MentionedWords mentioned;
  std::string boilerplate;
};

std::string hash_of(const std::vector<PackFile>& files) {
  text::StableHash h;
  for (const PackFile& f : files) h.add(f.path).add(f.text);
  return h.hex();
}

enum class Stage { words, states, organisations, groups, persons, rules, rest, ignored };

// Lexicon before actors before actions, states before those who belong to them.
Stage stage_of(std::string_view path) {
  const auto in = [&](std::string_view folder) { return path.substr(0, folder.size()) == folder; };
  if (in("lexicon/") || path == "events.toml") return Stage::words;
  if (path == "actors/states.toml") return Stage::states;
  if (path == "actors/organisations.toml") return Stage::organisations;
  if (in("actors/")) return Stage::groups;
  if (in("offices/") || in("places/")) return Stage::persons;
  if (in("actions/")) return Stage::rules;
  if (in("topics/") || path == "boilerplate.toml") return Stage::rest;
  return Stage::ignored;
}

// The lines' expressions as alternatives of one, and the words without which none can match.
Result<Done> load_boilerplate(const toml::table& file, std::string_view path, VocabularyBuilder* vocabulary,
                              std::string* all) {
  if (auto checked = check_keys(file, path, {"lines", "starts", "words"}); !checked) return checked.error();
  vocabulary->give_trait(strings_at(file, "starts"), Trait::boilerplate_start);
  vocabulary->give_trait(strings_at(file, "words"), Trait::boilerplate_word);
  const auto* lines = file.get_as<toml::array>("lines");
  if (!lines) return Done{};
  for (const toml::node& node : *lines) {
    const std::string line = node.value_or(std::string());
    const RE2 regex(line, line_options());
    if (!regex.ok()) return bad_rules(path, node, fmt::format("\"{}\": {}", line, regex.error()));
    *all += (all->empty() ? "(?i)(?:" : "|(?:") + line + ")";
  }
  return Done{};
}

Result<Done> collect_actors(const toml::table& file, std::string_view path, std::vector<ActorRow>* all) {
  auto rows = read_actor_file(file, path);
  if (!rows) return rows.error();
  std::move(rows->begin(), rows->end(), std::back_inserter(*all));
  return Done{};
}

Result<Done> load_file(const PackFile& file, Stage stage, PackSource* pack) {
  auto toml = parse_toml(file.text, file.path);
  if (!toml) return toml.error();
  switch (stage) {
    case Stage::words:
      return file.path == "events.toml" ? load_events(*toml, file.path, &pack->events)
                                        : pack->vocabulary.load(*toml, file.path);
    case Stage::rules:
      return load_rules(*toml, file.path, pack->events, &pack->vocabulary, &pack->mentioned, &pack->rules);
    case Stage::rest:
      return file.path == "boilerplate.toml" ? load_boilerplate(*toml, file.path, &pack->vocabulary, &pack->boilerplate)
                                             : load_contexts(*toml, file.path, &pack->contexts);
    default:
      return collect_actors(*toml, file.path, &pack->actors);
  }
}

// REQUIRES files sorted by path.
Result<PackSource> load_files(const std::vector<PackFile>& sorted) {
  PackSource pack;
  pack.hash = hash_of(sorted);
  std::vector<const PackFile*> files;
  for (const PackFile& f : sorted) files.push_back(&f);
  std::stable_sort(files.begin(), files.end(),
                   [](const PackFile* a, const PackFile* b) { return stage_of(a->path) < stage_of(b->path); });
  for (const PackFile* file : files) {
    const Stage stage = stage_of(file->path);
    if (stage == Stage::ignored) break;
    if (auto loaded = load_file(*file, stage, &pack); !loaded) return loaded.error();
    if (pack.vocabulary.size() > VocabularyBuilder::most_words) {
      return bad_rules(file->path, 1, fmt::format("more than {} words", VocabularyBuilder::most_words));
    }
  }
  if (auto loaded = load_actors(std::move(pack.actors), &pack.gazetteer); !loaded) return loaded.error();
  return pack;
}

class PackWriter {
 public:
  explicit PackWriter(const PackSource& pack) : pack_(pack), root_(writer_.allocate<PackTables>(1)) {}

  // The table keeps `texts`.
  TableBytes run(const std::vector<PackFile>& texts) {
    writer_.put(&root().hash, pack_.hash);
    writer_.put(&root().boilerplate, pack_.boilerplate);
    root().be_word = pack_.vocabulary.number_of("be");
    root().money_word = pack_.vocabulary.number_of("money");
    pack_.vocabulary.write(&writer_, writer_.part(root_, &PackTables::vocabulary));
    pack_.gazetteer.write(&writer_, writer_.part(root_, &PackTables::gazetteer));
    write_contexts(pack_.contexts, &writer_, writer_.part(root_, &PackTables::contexts));
    write_events();
    write_patterns();
    write_rules();
    write_word_flags();
    write_texts(texts);
    return writer_.finish(root_);
  }

 private:
  // The numbers of patterns by the word that they are found by.
  using Index = std::vector<std::vector<std::uint32_t>>;

  PackTables& root() { return writer_.row(root_); }

  void write_events() {
    const auto events = writer_.allocate<EventType>(pack_.events.size());
    for (std::size_t i = 0; i < pack_.events.size(); ++i) {
      const EventSource& from = pack_.events[i];
      const auto modes = writer_.allocate<EventMode>(from.modes.size());
      for (std::size_t k = 0; k < from.modes.size(); ++k) {
        writer_.put(&writer_.row(modes, k).name, from.modes[k].first);
        writer_.row(modes, k).score = from.modes[k].second;
      }
      EventType& row = writer_.row(events, i);
      writer_.put(&row.name, from.name);
      row.score = from.score;
      row.quad = from.quad;
      writer_.put(&row.modes, modes);
    }
    writer_.put(&root().events, events);
  }

  void write_patterns() {
    Index by_verb(pack_.vocabulary.size()), by_noun(pack_.vocabulary.size());
    std::vector<std::uint32_t> marked;
    std::uint32_t count = 0;
    for (const RuleSource& rule : pack_.rules) {
      for (const PatternSource& p : rule.patterns) {
        if (rule.marked) {
          marked.push_back(count++);
          continue;
        }
        for (const WordId w : p.code.verbs) by_verb[w].push_back(count);
        for (const WordId w : p.code.nouns) by_noun[w].push_back(count);
        ++count;
      }
    }
    patterns_ = writer_.allocate<CompiledPattern>(count);
    std::uint32_t number = 0;
    for (std::uint32_t r = 0; r < pack_.rules.size(); ++r) {
      for (const PatternSource& p : pack_.rules[r].patterns) put_pattern(p, r, number++);
    }
    writer_.put(&root().patterns, patterns_);
    std::stable_sort(marked.begin(), marked.end(), [this](std::uint32_t a, std::uint32_t b) { return better(a, b); });
    std::vector<Gate> gates;
    for (const std::uint32_t n : marked) gates.push_back(gates_[n]);
    const auto for_marked = writer_.values(gates);
    writer_.put(&root().marked, for_marked);
    const auto verbs = write_index(std::move(by_verb));
    writer_.put(&root().by_verb, verbs);
    const auto nouns = write_index(std::move(by_noun));
    writer_.put(&root().by_noun, nouns);
  }

  void put_pattern(const PatternSource& p, std::uint32_t rule, std::uint32_t number) {
    const auto steps = writer_.values(p.program.steps);
    const auto words = writer_.values(p.program.words);
    const std::vector<std::vector<WordId>> any = any_of(p);
    const auto needs = writer_.values(p.code.needs);
    const auto first_any = writer_.values(any.empty() ? std::vector<WordId>() : any[0]);
    const auto second_any = writer_.values(any.size() < 2 ? std::vector<WordId>() : any[1]);
    CompiledPattern* row = &writer_.row(patterns_, number);
    writer_.put(&row->source, p.text);
    writer_.put(&row->regex, p.regex);
    writer_.put(&row->steps, steps);
    writer_.put(&row->words, words);
    writer_.put(&row->needs, needs);
    writer_.put(&row->any[0], first_any);
    writer_.put(&row->any[1], second_any);
    gates_.push_back(gate_of(p, number));
    row->rule = rule;
    row->weight = p.code.weight;
    row->first = p.program.first;
    row->slots = p.program.slots;
  }

  // The lists of words of each of which a tape must show one, shortest first: those refuse most.
  static std::vector<std::vector<WordId>> any_of(const PatternSource& p) {
    std::vector<std::vector<WordId>> any = p.code.any;
    if (p.code.marked) any.push_back(p.code.verbs.empty() ? p.code.nouns : p.code.verbs);  // nothing else finds them
    std::erase_if(any, [](const auto& ids) { return ids.empty(); });
    std::stable_sort(any.begin(), any.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
    return any;
  }

  static Gate gate_of(const PatternSource& p, std::uint32_t number) {
    Gate gate{{0}, {{~std::uint64_t{0}}, {~std::uint64_t{0}}}, number, p.program.first, 0xFFFF};
    if (p.code.trigger) gate.next = first_kinds(std::span(p.code.tree.parts).subspan(p.code.trigger));
    for (const WordId id : p.code.needs) gate.needs.add(id);
    const std::vector<std::vector<WordId>> any = any_of(p);
    for (std::size_t i = 0; i < 2 && i < any.size(); ++i) {
      gate.any[i] = {0};
      for (const WordId id : any[i]) gate.any[i].add(id);
    }
    return gate;
  }

  Rows<Gates> write_index(Index index) {
    const auto rows = writer_.allocate<Gates>(index.size());
    for (std::size_t word = 0; word < index.size(); ++word) {
      if (index[word].empty()) continue;
      std::stable_sort(index[word].begin(), index[word].end(),
                       [this](std::uint32_t a, std::uint32_t b) { return better(a, b); });
      std::vector<Gate> gates;
      for (const std::uint32_t number : index[word]) gates.push_back(gates_[number]);
      const auto list = writer_.values(gates);
      writer_.put(&writer_.row(rows, word), list);
    }
    return rows;
  }

  bool better(std::uint32_t a, std::uint32_t b) {
    const CompiledPattern &p = writer_.row(patterns_, a), &q = writer_.row(patterns_, b);
    const int pp = pack_.rules[p.rule].priority, qp = pack_.rules[q.rule].priority;
    return pp != qp ? pp > qp : p.weight > q.weight;
  }

  void write_rules() {
    const auto rules = writer_.allocate<Rule>(pack_.rules.size());
    std::size_t pattern = 0;
    for (std::size_t i = 0; i < pack_.rules.size(); ++i) {
      const RuleSource& from = pack_.rules[i];
      const auto examples = write_examples(from.examples), counter = write_examples(from.counter);
      Rule& row = writer_.row(rules, i);
      put_rule(from, &row);
      writer_.put(&row.patterns, patterns_, pattern, from.patterns.size());
      writer_.put(&row.examples, examples);
      writer_.put(&row.counter, counter);
      pattern += from.patterns.size();
    }
    writer_.put(&root().rules, rules);
  }

  void put_rule(const RuleSource& from, Rule* row) {
    writer_.put(&row->id, from.id);
    writer_.put(&row->action, from.action);
    writer_.put(&row->event, from.event);
    writer_.put(&row->mode, from.mode);
    writer_.put(&row->planned_event, from.planned_event);
    writer_.put(&row->plover, from.plover);
    writer_.put(&row->denies, from.denies);
    writer_.put(&row->meaning, from.meaning);
    writer_.put(&row->path, from.path);
    row->confidence = from.confidence;
    row->priority = from.priority;
    row->reciprocal = from.reciprocal;
    if (from.status) row->status = *from.status;
    row->subject = from.subject;
    row->presupposed = from.presupposed;
    row->joins = from.joins;
    row->repeats = from.repeats;
    row->marked = from.marked;
    row->line = from.line;
  }

  Rows<Example> write_examples(const std::vector<ExampleSource>& examples) {
    const auto rows = writer_.allocate<Example>(examples.size());
    for (std::size_t i = 0; i < examples.size(); ++i) {
      const auto facts = writer_.strings(examples[i].facts);
      Example& row = writer_.row(rows, i);
      writer_.put(&row.text, examples[i].text);
      writer_.put(&row.date, examples[i].date);
      writer_.put(&row.facts, facts);
      row.line = examples[i].line;
    }
    return rows;
  }

  Rows<bool> flags(const std::vector<WordId>& words) {
    const auto rows = writer_.allocate<bool>(pack_.vocabulary.size());
    for (const WordId w : words) writer_.row(rows, w) = true;
    return rows;
  }

  void write_word_flags() {
    std::vector<WordId> nouns;
    for (const RuleSource& rule : pack_.rules) {
      if (rule.marked) continue;
      for (const PatternSource& p : rule.patterns) nouns.insert(nouns.end(), p.code.nouns.begin(), p.code.nouns.end());
    }
    const auto modifiers = flags(pack_.mentioned.modifiers);
    const auto adverbs = flags(pack_.mentioned.adverbs);
    const auto events = flags(nouns);
    writer_.put(&root().shown_modifier, modifiers);
    writer_.put(&root().shown_adverb, adverbs);
    writer_.put(&root().event_noun, events);
  }

  void write_texts(const std::vector<PackFile>& texts) {
    const auto rows = writer_.allocate<SourceText>(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
      writer_.put(&writer_.row(rows, i).path, texts[i].path);
      writer_.put(&writer_.row(rows, i).text, texts[i].text);
    }
    writer_.put(&root().files, rows);
  }

  const PackSource& pack_;
  TableWriter writer_;
  Rows<PackTables> root_;
  Rows<CompiledPattern> patterns_;
  std::vector<Gate> gates_;  // as patterns_
};

}  // namespace

Result<std::vector<PackFile>> read_pack_folder(const std::string& folder) {
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
    files.push_back({it->path().lexically_relative(folder).generic_string(), text.str()});
  }
  if (error) return Error{Cause::bad_rules, fmt::format("{}: {}", folder, error.message())};
  if (files.empty()) return Error{Cause::bad_rules, fmt::format("{}: holds no .toml file", folder)};
  std::sort(files.begin(), files.end(), [](const PackFile& a, const PackFile& b) { return a.path < b.path; });
  return files;
}

std::vector<const PackFile*> actor_files(const std::vector<PackFile>& files) {
  std::vector<const PackFile*> out;
  for (const Stage stage : {Stage::states, Stage::organisations, Stage::groups, Stage::persons}) {
    for (const PackFile& file : files) {
      if (stage_of(file.path) == stage) out.push_back(&file);
    }
  }
  return out;
}

Result<TableBytes> compile_pack(std::vector<PackFile> files, Texts texts) {
  std::sort(files.begin(), files.end(), [](const PackFile& a, const PackFile& b) { return a.path < b.path; });
  const auto pack = load_files(files);
  if (!pack) return pack.error();
  // What offices are called is read when somebody asks for one.
  if (texts == Texts::left_out) std::erase_if(files, [](const PackFile& f) { return f.path != office_words_path; });
  return PackWriter(*pack).run(files);
}

}  // namespace demarche::rules
