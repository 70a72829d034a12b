#include "rules/contexts.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

using namespace demarche::rules;

namespace {

// The names of the contexts of a text; "." stands for punctuation.
std::string contexts_of(const std::string& text) {
  TableWriter writer;
  const auto root = writer.allocate<ContextIndex>(1);
  write_contexts({{"nuclear", {"nuclear", "enrich*", "atomic energy"}}, {"trade", {"tariff*", "trade deal", "eu"}}},
                 &writer, root);
  const TableBytes bytes = writer.finish(root);
  const ContextIndex& index = *table_root<ContextIndex>(bytes.data.get());
  std::vector<std::string> words;
  std::istringstream in(text);
  for (std::string w; in >> w;) words.push_back(w == "." ? "" : w);
  std::uint64_t bits = 0;
  index.find({words.begin(), words.end()}, &bits);
  std::string out;
  for (std::size_t i = 0; i < index.size(); ++i) {
    if (bits >> i & 1) out += (out.empty() ? "" : " ") + std::string(index.name(i));
  }
  return out;
}

}  // namespace

TEST_CASE("contexts of a sentence") {
  CHECK(contexts_of("the nuclear talks") == "nuclear");
  CHECK(contexts_of("uranium enrichment and tariffs") == "nuclear trade");
  CHECK(contexts_of("enrich") == "nuclear");
  CHECK(contexts_of("nuclearised") == "");
  CHECK(contexts_of("the atomic energy agency") == "nuclear");
  CHECK(contexts_of("atomic . energy") == "");
  CHECK(contexts_of("an atomic") == "");
  CHECK(contexts_of("a trade deal") == "trade");
  CHECK(contexts_of("trade") == "");
  CHECK(contexts_of("the eu") == "");  // triggers begin with three letters or more
  CHECK(contexts_of("") == "");
}
