// Reads articles and prints who did what to whom.
//
//   who_did_what examples/articles        files or folders; - is standard input
#include <iostream>
#include <string>
#include <vector>

#include "demarche/extractor.h"
#include "demarche/ingest.h"

namespace {

std::string names(const std::vector<demarche::Entity>& entities) {
  std::string out;
  for (const demarche::Entity& entity : entities) out += (out.empty() ? "" : ", ") + entity.identifier_text;
  return out.empty() ? "-" : out;
}

void print(const demarche::Mention& mention) {
  std::cout << (mention.date.empty() ? "undated" : mention.date) << "  " << names(mention.actor) << " > "
            << mention.action << " > " << names(mention.recipient);
  if (mention.status != demarche::Status::actual) std::cout << " (" << to_string(mention.status) << ")";
  std::cout << "\n    " << mention.text << "\n";
}

int fail(const demarche::Error& error) {
  std::cerr << error.message << "\n";
  return static_cast<int>(error.cause);
}

}  // namespace

int main(int count, char** words) {
  // The rules are compiled once; each thread would get its own pack.clone() and its own Extractor.
  const auto pack = demarche::Pack::load();
  if (!pack) return fail(pack.error());
  demarche::Extractor extractor(*pack);

  const std::vector<std::string> paths(words + 1, words + count);
  const auto counts = demarche::ingest(
      paths, {},
      [&](demarche::Document&& document) {
        for (const demarche::Mention& mention : extractor.extract(document)) print(mention);
        return true;
      },
      [](const demarche::Problem& problem) { std::cerr << problem.where << ": " << problem.message << "\n"; });
  if (!counts) return fail(counts.error());
}
