// The sentences that prove an answer, with their sources.
#ifndef DEMARCHE_CLI_EVIDENCE_H
#define DEMARCHE_CLI_EVIDENCE_H

#include <string>
#include <string_view>
#include <vector>

#include "demarche/graph.h"

namespace demarche::cli {

// One mention and the document it stands in. Borrows the graph.
struct Evidence {
  const Mention* mention;
  const Source* source;  // may be nullptr

  std::string_view title() const;
  std::string_view url() const;
  std::string_view publication() const;
  std::string_view published() const;  // date of the document
};

// Ids that the graph does not know are left out.
std::vector<Evidence> evidence_of(const Graph& graph, const std::vector<std::string>& mention_ids);

// The sentence in three parts around its trigger words; `trigger` is empty where they are not found.
struct MarkedSentence {
  std::string_view before, trigger, after;
};
MarkedSentence mark_trigger(const Mention& mention);

// Canonical names, the words of the text where there is none: {"Hillary Clinton", "Turkish official"}.
std::vector<std::string> names_of(const std::vector<Entity>& entities);

// Canonical names of actor ids.
std::vector<std::string> names_of(const Graph& graph, const std::vector<std::string>& actor_ids);

std::string join(const std::vector<std::string>& words, std::string_view between);

}  // namespace demarche::cli

#endif
