#include "ingest/json_ld.h"

#include <deque>
#include <nlohmann/json.hpp>

#include "ingest/html_blocks.h"

namespace demarche::ingesting {
namespace {

using nlohmann::json;

constexpr std::size_t largest = 2u << 20;
constexpr std::size_t most_objects = 10000;

std::string string_of(const json& value, const char* key) {
  if (!value.is_object()) return "";
  const auto at = value.find(key);
  return at != value.end() && at->is_string() ? at->get<std::string>() : "";
}

// "Jane Doe", {"name": "Jane Doe"}, or a list of these.
std::string names_of(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_object()) return string_of(value, "name");
  std::string out;
  if (!value.is_array()) return out;
  for (const json& one : value) {
    const std::string name = one.is_string() ? one.get<std::string>() : string_of(one, "name");
    if (!name.empty()) out += (out.empty() ? "" : ", ") + name;
  }
  return out;
}

bool is_article_type(const std::string& type) {
  return type.ends_with("Article") || type == "BlogPosting" || type == "LiveBlogPosting" || type == "Report" ||
         type == "PressRelease";
}

bool is_article(const json& value) {
  const auto type = value.find("@type");
  if (type == value.end()) return false;
  if (type->is_string()) return is_article_type(type->get<std::string>());
  if (!type->is_array()) return false;
  for (const json& one : *type) {
    if (one.is_string() && is_article_type(one.get<std::string>())) return true;
  }
  return false;
}

void fill(std::string* field, std::string value) {
  if (field->empty()) *field = std::move(value);
}

// Texts in JSON-LD are often HTML's ("Lula &amp; Erdogan").
std::string plain(const std::string& text) {
  bool too_deep = false;
  return text_of_fragment(text, &too_deep);
}

void read_article(const json& article, PageFacts* facts) {
  fill(&facts->title, plain(string_of(article, "headline")));
  fill(&facts->title, plain(string_of(article, "name")));
  fill(&facts->date, string_of(article, "datePublished"));
  fill(&facts->date, string_of(article, "dateCreated"));
  if (const auto author = article.find("author"); author != article.end())
    fill(&facts->author, plain(names_of(*author)));
  if (const auto house = article.find("publisher"); house != article.end())
    fill(&facts->publication, plain(names_of(*house)));
  fill(&facts->url, string_of(article, "url"));
  if (const auto page = article.find("mainEntityOfPage"); page != article.end()) {
    fill(&facts->url, page->is_string() ? page->get<std::string>() : string_of(*page, "@id"));
  }
  fill(&facts->language, string_of(article, "inLanguage"));
  fill(&facts->body, plain(string_of(article, "articleBody")));
}

}  // namespace

void read_json_ld(std::string_view source, PageFacts* facts) {
  if (source.size() > largest) return;
  const json whole = json::parse(source.begin(), source.end(), nullptr, false, true);
  if (whole.is_discarded()) return;
  // The article may stand in a list or in an "@graph", at any depth; nearest to the top first.
  std::deque<const json*> open = {&whole};
  for (std::size_t n = 0; !open.empty() && n < most_objects; ++n) {
    const json& value = *open.front();
    open.pop_front();
    if (value.is_object() && is_article(value)) return read_article(value, facts);
    if (!value.is_structured()) continue;
    for (const json& inner : value) {
      if (inner.is_structured()) open.push_back(&inner);
    }
  }
}

}  // namespace demarche::ingesting
