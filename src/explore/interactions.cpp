#include "explore/interactions.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "explore/marks.h"
#include "export/json_text.h"

namespace demarche::exploring {
namespace {

using exporting::ObjectText;

// A page of 20,000 interactions stays near 30 MB with these.
constexpr std::size_t most_sentences = 60000;
constexpr std::size_t most_sentences_each = 24;

// How many sentences each interaction may show so that all of them fit.
std::size_t sentences_each(const Part& part) {
  for (std::size_t each = most_sentences_each; each > 1; each /= 2) {
    std::size_t sum = 0;
    for (const Deed& deed : part.deeds) sum += std::min(each, deed.interaction->mentions.size());
    if (sum <= most_sentences) return each;
  }
  return 1;
}

// The surest sentences, then newest document first.
std::vector<const Mention*> evidence_of(const Graph& graph, const Interaction& interaction, std::size_t most) {
  std::vector<const Mention*> found;
  for (const std::string& id : interaction.mentions) {
    if (const Mention* mention = graph.mention(id)) found.push_back(mention);
  }
  if (found.size() > most) {
    std::stable_sort(found.begin(), found.end(),
                     [](const Mention* a, const Mention* b) { return a->confidence > b->confidence; });
    found.resize(most);
  }
  const auto day = [&](const Mention* mention) {
    const Source* source = graph.source(mention->doc);
    return source != nullptr ? std::string_view(source->date) : std::string_view();
  };
  std::stable_sort(found.begin(), found.end(), [&](const Mention* a, const Mention* b) {
    return std::tuple(day(b), std::string_view(a->id)) < std::tuple(day(a), std::string_view(b->id));
  });
  return found;
}

void append_numbers(std::string_view name, const std::vector<std::uint32_t>& numbers, ObjectText* object) {
  object->key(name)->push_back('[');
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (i != 0) object->out()->push_back(',');
    exporting::append_number(std::uint64_t{numbers[i]}, object->out());
  }
  object->out()->push_back(']');
}

void append_history(const Interaction& interaction, ObjectText* object) {
  if (interaction.history.size() < 2) return;
  object->key("history")->push_back('[');
  for (std::size_t i = 0; i < interaction.history.size(); ++i) {
    if (i != 0) object->out()->push_back(',');
    ObjectText step(object->out());
    step.text("status", word_of(interaction.history[i]));
    step.optional_text("said", interaction.history[i].said);
  }
  object->out()->push_back(']');
}

void append_deed(const Deed& deed, const std::vector<std::uint32_t>& mentions, std::string* out) {
  const Interaction& interaction = *deed.interaction;
  ObjectText object(out);
  object.text("id", interaction.id);
  append_numbers("a", deed.actor, &object);
  append_numbers("r", deed.recipient, &object);
  object.optional_text("date", interaction.date);
  object.optional_text("enddate", interaction.enddate);
  if (interaction.date_precision == DatePrecision::document || interaction.date_precision == DatePrecision::week) {
    object.text("precision", to_string(interaction.date_precision));
  }
  object.optional_text("event", interaction.event);
  object.optional_text("mode", interaction.mode);
  object.optional_text("action", interaction.action);
  if (interaction.reciprocal) object.boolean("reciprocal", true);
  object.text("status", to_string(interaction.status));
  append_history(interaction, &object);
  object.optional_texts("topic", interaction.topic);
  object.optional_texts("context", interaction.context);
  object.optional_text("place", interaction.place);
  object.number("reports", std::uint64_t{interaction.reports});
  object.number("independent", std::uint64_t{interaction.independent});
  object.number("confidence", interaction.confidence);
  if (interaction.quad_code > 0) object.number("quad", static_cast<std::uint64_t>(interaction.quad_code));
  append_numbers("m", mentions, &object);
  if (mentions.size() < interaction.mentions.size()) {
    object.number("more", std::uint64_t{interaction.mentions.size() - mentions.size()});
  }
}

void append_mention(const Mention& mention, std::uint32_t source, std::string* out) {
  ObjectText object(out);
  object.number("s", std::uint64_t{source});
  object.text("text", mention.text);
  object.key("marks")->push_back('[');
  for (const Mark& mark : marks_of(mention)) {
    if (out->back() != '[') out->push_back(',');
    out->push_back('[');
    exporting::append_number(std::uint64_t{mark.start}, out);
    out->push_back(',');
    exporting::append_number(std::uint64_t{mark.end}, out);
    out->append({',', '"', static_cast<char>(mark.role), '"', ']'});
  }
  out->push_back(']');
  object.text("status", word_of({mention.status, "", "", mention.turn}));
  if (mention.attribution) {
    const Entity& speaker = mention.attribution->source;
    object.optional_text("by", speaker.identifier_text.empty() ? speaker.entity_text : speaker.identifier_text);
  }
  object.number("confidence", mention.confidence);
  object.optional_text("rule", mention.rule);
}

void append_source(const Source& source, std::string* out) {
  ObjectText object(out);
  object.optional_text("title", source.title);
  object.optional_text("date", source.date);
  object.optional_text("url", source.url);
  object.optional_text("publication", source.publication);
}

}  // namespace

void append_interactions(const Graph& graph, const Part& part, std::string* out) {
  const std::size_t each = sentences_each(part);
  std::string mentions, sources;
  std::unordered_map<std::string_view, std::uint32_t> source_number;
  std::uint32_t mention_count = 0;
  out->append(",\n\"interactions\":[");
  for (const Deed& deed : part.deeds) {
    std::vector<std::uint32_t> numbers;
    for (const Mention* mention : evidence_of(graph, *deed.interaction, each)) {
      const auto [at, is_new] = source_number.emplace(mention->doc, static_cast<std::uint32_t>(source_number.size()));
      if (is_new) {
        sources.append(at->second == 0 ? "\n" : ",\n");
        const Source* source = graph.source(mention->doc);
        append_source(source != nullptr ? *source : Source{}, &sources);
      }
      mentions.append(mention_count == 0 ? "\n" : ",\n");
      append_mention(*mention, at->second, &mentions);
      numbers.push_back(mention_count++);
    }
    out->append(&deed == &part.deeds.front() ? "\n" : ",\n");
    append_deed(deed, numbers, out);
  }
  out->append("],\n\"mentions\":[").append(mentions).append("],\n\"sources\":[").append(sources).append("]");
}

}  // namespace demarche::exploring
