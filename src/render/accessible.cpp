#include "render/accessible.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "export/diagram.h"
#include "export/label.h"
#include "export/stroke_words.h"

namespace demarche::rendering {
namespace {

constexpr std::size_t most_told = 200;

std::string in_sentences(const Graph& graph) {
  std::vector<const Interaction*> order;
  for (const Interaction& interaction : graph.interactions) order.push_back(&interaction);
  std::stable_sort(order.begin(), order.end(),
                   [](const Interaction* a, const Interaction* b) { return a->date < b->date; });
  std::string out;
  for (std::size_t i = 0; i < std::min(most_told, order.size()); ++i) {
    out += exporting::in_words(graph, *order[i]) + ". ";
  }
  if (order.size() > most_told) out += fmt::format("And {} more.", order.size() - most_told);
  return out;
}

}  // namespace

void describe(const Graph& graph, const std::string& title, const std::string& note, std::string* svg) {
  const std::size_t tag = svg->find("<svg");
  const std::size_t end = tag == std::string::npos ? tag : svg->find('>', tag);
  if (end == std::string::npos) return;
  const std::string words =
      fmt::format("\n<title id=\"picture-title\">{}</title>\n<desc id=\"picture-words\">{}. {}</desc>",
                  exporting::html_text(title.empty() ? "Who dealt with whom" : title), exporting::html_text(note),
                  exporting::html_text(in_sentences(graph)));
  svg->insert(end + 1, words);
  // Links inside stay reachable: a document, not one flat image.
  svg->insert(tag + 4,
              " role=\"graphics-document\" aria-labelledby=\"picture-title\" aria-describedby=\"picture-words\"");
}

}  // namespace demarche::rendering
