// Confidence means something: of the records that `--min-confidence 0.9` keeps, nine in ten are right on the annotated
// texts of tests/gold. The rule is the evaluation's: a record is right where an annotated interaction has its actors
// and type, in either direction where both sides act.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "extract/record_text.h"
#include "text/fold.h"

using namespace demarche;
using nlohmann::json;

namespace {

std::vector<json> lines_of(const std::string& name) {
  std::ifstream in(std::string(DEMARCHE_SOURCE_DIR) + "/tests/gold/" + name);
  std::vector<json> out;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) out.push_back(json::parse(line));
  }
  return out;
}

std::vector<std::string> words(const std::string& name) {
  static constexpr std::string_view dropped[] = {"the", "of", "al", "el", "de", "da"};
  std::vector<std::string> out(1);
  for (const char c : text::fold(name)) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (letter)
      out.back() += c;
    else if (c != '.' && c != '\'' && !out.back().empty())
      out.emplace_back();
  }
  std::erase_if(out, [](const std::string& w) {
    return w.empty() || std::find(std::begin(dropped), std::end(dropped), w) != std::end(dropped);
  });
  return out;
}

// One name holds all words of the other, and both end alike: "Kerry" and "John Kerry".
bool same(const std::string& x, const std::string& y) {
  std::vector<std::string> a = words(x), b = words(y);
  if (a.empty() || b.empty() || a.back() != b.back()) return false;
  if (a.size() > b.size()) std::swap(a, b);
  return std::all_of(a.begin(), a.end(),
                     [&](const std::string& w) { return std::find(b.begin(), b.end(), w) != b.end(); });
}

struct Gold {
  std::map<std::string, std::vector<std::string>> aliases;
  std::map<std::string, json> documents;

  bool means(const Entity& e, const std::string& actor) const {
    if (same(e.identifier_text, actor) || same(e.entity_text, actor)) return true;
    const auto known = aliases.find(actor);
    return known != aliases.end() &&
           std::any_of(known->second.begin(), known->second.end(), [&](const std::string& alias) {
             return same(e.identifier_text, alias) || same(e.entity_text, alias);
           });
  }

  bool among(const std::vector<Entity>& list, const json& interaction, const char* side, const char* others) const {
    std::vector<std::string> names = interaction.at(side);
    if (interaction.contains(others)) {
      for (const json& o : interaction.at(others)) {
        if (o.is_string())
          names.push_back(o);
        else if (o.is_array())
          names.insert(names.end(), o.begin(), o.end());
      }
    }
    return std::any_of(list.begin(), list.end(), [&](const Entity& e) {
      return std::any_of(names.begin(), names.end(), [&](const std::string& n) { return means(e, n); });
    });
  }

  bool right(const Mention& m) const {
    const json& all = documents.at(m.doc).at("interactions");
    return std::any_of(all.begin(), all.end(), [&](const json& i) {
      std::vector<std::string> types = {i.at("type")};
      if (i.contains("alt_types")) types.insert(types.end(), i.at("alt_types").begin(), i.at("alt_types").end());
      if (std::find(types.begin(), types.end(), m.event) == types.end()) return false;
      const bool mutual = m.event == "CONSULT" || m.event == "AGREE" || m.event == "COOPERATE";
      const bool forward = among(m.actor, i, "source", "alt_sources") && among(m.recipient, i, "target", "alt_targets");
      return forward ||
             (mutual && among(m.recipient, i, "source", "alt_sources") && among(m.actor, i, "target", "alt_targets"));
    });
  }
};

Gold gold() {
  Gold g;
  for (const json& a : lines_of("dev_actors.jsonl")) {
    for (const json& alias : a.at("aliases")) g.aliases[a.at("actor")].push_back(alias);
  }
  for (json& d : lines_of("dev_gold.jsonl")) {
    const std::string id = d.at("id");
    g.documents.emplace(id, std::move(d));
  }
  return g;
}

}  // namespace

TEST_CASE("of the records of confidence 0.9 and more, nine in ten are right") {
  const Gold annotated = gold();
  REQUIRE(annotated.documents.size() == 40);
  std::size_t kept = 0, right = 0, other = 0, other_right = 0;
  for (const json& d : lines_of("dev.jsonl")) {
    Document document;
    document.id = d.at("id");
    document.text = d.at("text");
    document.date = d.value("date", "");
    document.title = d.value("title", "");
    document.publication = d.value("publication", "");
    for (const Mention& m : test::extractor().extract(document)) {
      const bool sure = m.confidence >= 0.9;
      ++(sure ? kept : other);
      if (annotated.right(m))
        ++(sure ? right : other_right);
      else if (sure)
        INFO(document.id, ": ", test::fact(m));
    }
  }
  CHECK(kept >= 60);  // the threshold must leave something to be sure of
  CHECK_MESSAGE(right * 10 >= kept * 9, right, " of ", kept, " are right");
  // What is less sure is less often right.
  CHECK_MESSAGE(other_right * kept <= right * other, other_right, " of the other ", other);
}
