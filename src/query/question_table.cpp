#include "query/question_table.h"

#include <algorithm>
#include <cstdint>

namespace demarche::query {
namespace {

class Writer {
 public:
  void number(std::uint64_t n) {
    for (; n >= 0x80; n >>= 7) bytes += static_cast<char>(n | 0x80);
    bytes += static_cast<char>(n);
  }
  void text(std::string_view s) {
    number(s.size());
    bytes += s;
  }
  void list(const auto& items, auto write) {
    number(items.size());
    for (const auto& item : items) write(item);
  }
  void texts(const auto& items) {
    list(items, [this](const auto& item) { text(item); });
  }

  std::string bytes;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  std::size_t number() {
    std::uint64_t n = 0;
    for (unsigned shift = 0;; shift += 7) {
      const auto byte = static_cast<unsigned char>(bytes_[at_++]);
      n |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return static_cast<std::size_t>(n);
    }
  }
  std::string_view text() {
    const std::size_t size = number();
    at_ += size;
    return bytes_.substr(at_ - size, size);
  }
  template <typename Item>
  std::vector<Item> list(auto read) {
    const std::size_t count = number();
    std::vector<Item> out;
    out.reserve(count);
    for (std::size_t i = 0; i < count; ++i) out.push_back(read());
    return out;
  }
  std::vector<std::string> texts() {
    return list<std::string>([this] { return std::string(text()); });
  }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

void write_pattern(const PatternText& pattern, Writer* out) {
  out->text(pattern.regexp);
  out->list(pattern.slots, [&](const Slot& slot) {
    out->text(slot.name);
    out->number(static_cast<std::uint64_t>(slot.kind));
    out->number(static_cast<std::uint64_t>(slot.form));
  });
  out->list(pattern.needs, [&](const Need& need) {
    out->texts(need.words);
    out->list(need.forms, [&](VerbForm form) { out->number(static_cast<std::uint64_t>(form)); });
  });
}

PatternText read_pattern(Reader* in) {
  PatternText pattern;
  pattern.regexp = in->text();
  pattern.slots = in->list<Slot>([&] {
    Slot slot{std::string(in->text())};
    slot.kind = static_cast<SlotKind>(in->number());
    slot.form = static_cast<VerbForm>(in->number());
    return slot;
  });
  pattern.needs = in->list<Need>([&] {
    Need need;
    need.words = in->texts();
    need.forms = in->list<VerbForm>([&] { return static_cast<VerbForm>(in->number()); });
    return need;
  });
  return pattern;
}

void write_rule(const Rule& rule, Writer* out) {
  for (const std::string* field : {&rule.id, &rule.meaning, &rule.form, &rule.where}) out->text(*field);
  out->number(static_cast<std::uint64_t>(rule.common));
  out->list(rule.patterns, [&](const Pattern& pattern) { write_pattern(pattern.text(), out); });
  out->list(rule.conditions, [&](const auto& condition) {
    out->text(condition.first);
    out->text(condition.second);
  });
  out->text(rule.examples.empty() ? std::string() : rule.examples[0].question);
}

Rule read_rule(Reader* in) {
  Rule rule;
  for (std::string* field : {&rule.id, &rule.meaning, &rule.form, &rule.where}) *field = in->text();
  rule.common = in->number() != 0;
  rule.patterns = in->list<Pattern>([&] { return Pattern(read_pattern(in)); });
  rule.conditions = in->list<std::pair<std::string, std::string>>([&] {
    const std::string flag(in->text());
    return std::pair(flag, std::string(in->text()));
  });
  Example example;
  example.question = in->text();
  if (!example.question.empty()) rule.examples.push_back(std::move(example));
  return rule;
}

void write_words(const Countries::Table& table, Writer* out) {
  out->list(table, [&](const auto& row) {
    out->text(row.first);
    out->text(row.second);
  });
}

Countries::Table read_words(Reader* in) {
  return in->list<Countries::Row>([&] {
    const std::string_view key = in->text();
    return Countries::Row(key, in->text());
  });
}

}  // namespace

std::string write_table(const RuleFile& rules, const Countries& countries) {
  Writer out;
  for (const auto& phrases : rules.verbs.phrases()) {
    out.list(phrases, [&](const Verbs::Phrase& phrase) {
      out.text(phrase.words);
      out.number(phrase.meaning);
    });
  }
  out.list(rules.verbs.meanings(), [&](const VerbMeaning& meaning) {
    out.texts(meaning.action);
    out.texts(meaning.event);
  });
  out.list(rules.rules, [&](const Rule& rule) { write_rule(rule, &out); });
  write_words(countries.codes_by_word(), &out);
  write_words(countries.names_by_code(), &out);
  out.list(countries.regions(), [&](const Region& region) {
    out.text(region.name);
    out.texts(region.words);
    out.texts(region.states);
  });
  return std::move(out.bytes);
}

QuestionTable read_table(std::string_view bytes) {
  Reader in(bytes);
  Verbs::Phrases phrases;
  for (auto& list : phrases) {
    list = in.list<Verbs::Phrase>([&] {
      const std::string_view words = in.text();
      return Verbs::Phrase{words, static_cast<std::uint32_t>(in.number())};
    });
  }
  auto meanings = in.list<VerbMeaning>([&] {
    VerbMeaning meaning;
    meaning.action = in.texts();
    meaning.event = in.texts();
    return meaning;
  });
  QuestionTable table;
  table.rules.verbs = Verbs(std::move(phrases), std::move(meanings));
  table.rules.rules = in.list<Rule>([&] { return read_rule(&in); });
  Countries::Table words = read_words(&in);
  Countries::Table names = read_words(&in);
  auto regions = in.list<Region>([&] {
    Region region{std::string(in.text()), {}, {}};
    region.words = in.texts();
    region.states = in.texts();
    return region;
  });
  table.countries = Countries(std::move(words), std::move(names), std::move(regions));
  return table;
}

}  // namespace demarche::query
