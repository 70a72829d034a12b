#include "cli/evidence.h"

#include "text/utf8.h"

namespace demarche::cli {
namespace {

std::string_view first_of(std::string_view a, std::string_view b) { return a.empty() ? b : a; }

}  // namespace

std::string_view Evidence::title() const {
  return first_of(mention->title, source ? source->title : std::string_view());
}
std::string_view Evidence::url() const { return first_of(mention->url, source ? source->url : std::string_view()); }
std::string_view Evidence::publication() const {
  return first_of(mention->publication, source ? source->publication : std::string_view());
}
std::string_view Evidence::published() const { return source ? std::string_view(source->date) : std::string_view(); }

std::vector<Evidence> evidence_of(const Graph& graph, const std::vector<std::string>& mention_ids) {
  std::vector<Evidence> out;
  for (const std::string& id : mention_ids) {
    const Mention* const mention = graph.mention(id);
    if (mention != nullptr) out.push_back({mention, graph.source(mention->doc)});
  }
  return out;
}

MarkedSentence mark_trigger(const Mention& mention) {
  const std::string_view sentence = mention.text;
  const std::string_view trigger = mention.event_text;
  if (trigger.empty()) return {sentence, {}, {}};
  // The offsets count in the document; a sentence that was stored in another form no longer fits them.
  std::size_t at = std::string_view::npos;
  if (mention.event_start >= mention.start) {
    at = text::OffsetMap(sentence).to_bytes(mention.event_start - mention.start);
    if (sentence.substr(at, trigger.size()) != trigger) at = std::string_view::npos;
  }
  if (at == std::string_view::npos) at = sentence.find(trigger);
  if (at == std::string_view::npos) return {sentence, {}, {}};
  return {sentence.substr(0, at), sentence.substr(at, trigger.size()), sentence.substr(at + trigger.size())};
}

std::vector<std::string> names_of(const std::vector<Entity>& entities) {
  std::vector<std::string> out;
  for (const Entity& entity : entities) {
    out.push_back(entity.identifier_text.empty() ? entity.entity_text : entity.identifier_text);
  }
  return out;
}

std::vector<std::string> names_of(const Graph& graph, const std::vector<std::string>& actor_ids) {
  std::vector<std::string> out;
  for (const std::string& id : actor_ids) {
    const Actor* const actor = graph.actor(id);
    out.push_back(actor != nullptr ? actor->name : id);
  }
  return out;
}

std::string join(const std::vector<std::string>& words, std::string_view between) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += between;
    out += word;
  }
  return out;
}

}  // namespace demarche::cli
