#include "ingest/field_map.h"

#include <algorithm>

namespace demarche::ingesting {
namespace {

constexpr std::pair<std::string_view, std::string Document::*> own_names[] = {
    {"text", &Document::text},
    {"title", &Document::title},
    {"date", &Document::date},
    {"url", &Document::url},
    {"publication", &Document::publication},
    {"language", &Document::language},
    {"id", &Document::id},
};  // a field "author" is read only when it is named: many records have an object there

}  // namespace

FieldMap::FieldMap(const Pairs& pairs) : own_(pairs.empty()) {
  for (const auto& [name, member] : own_names) {
    std::string field(name);
    for (const auto& [ours, theirs] : pairs) {
      if (ours == name) field = theirs;
    }
    if (name == "text") text_ = field;
    fields_.emplace_back(std::move(field), member);
  }
  for (const auto& [ours, theirs] : pairs) {
    if (ours == "author") fields_.emplace_back(theirs, &Document::author);
  }
}

std::string Document::*FieldMap::target(std::string_view path) const {
  for (const auto& [name, member] : fields_) {
    if (name == path) return member;
  }
  return nullptr;
}

bool FieldMap::leads_on(std::string_view path) const {
  if (own_) return false;
  return std::any_of(fields_.begin(), fields_.end(), [path](const auto& field) {
    return field.first.size() > path.size() && field.first.starts_with(path) && field.first[path.size()] == '.';
  });
}

}  // namespace demarche::ingesting
