// Values as text, for formats whose cells are text.
#ifndef DEMARCHE_EXPORT_FLAT_TEXT_H
#define DEMARCHE_EXPORT_FLAT_TEXT_H

#include <string>
#include <type_traits>
#include <variant>

#include "export/json_text.h"
#include "export/writer.h"

namespace demarche::exporting {

// How a cell writes the value's text; lists come joined.
using AppendText = void (*)(std::string_view, std::string*);

inline void append_flat(const Value& value, AppendText append, std::string* out) {
  std::visit(
      [&](const auto& v) {
        using T = std::decay_t<decltype(v)>;
        if constexpr (std::is_same_v<T, std::string_view>) append(v, out);
        if constexpr (std::is_same_v<T, std::uint64_t>) append_number(v, out);
        if constexpr (std::is_same_v<T, double>) append_number(v, out);
        if constexpr (std::is_same_v<T, bool>) out->append(v ? "true" : "false");
        if constexpr (std::is_same_v<T, std::span<const std::string>>) append(joined(v), out);
      },
      value);
}

inline bool is_missing(const Value& value) { return std::holds_alternative<std::monostate>(value); }

// The value as JSON: lists are arrays.
inline void append_json(const Value& value, std::string* out) {
  if (const auto* text = std::get_if<std::string_view>(&value)) return append_string(*text, out);
  if (const auto* list = std::get_if<std::span<const std::string>>(&value)) {
    out->push_back('[');
    for (std::size_t i = 0; i < list->size(); ++i) {
      if (i != 0) out->push_back(',');
      append_string((*list)[i], out);
    }
    out->push_back(']');
    return;
  }
  if (is_missing(value)) {
    out->append("null");
    return;
  }
  append_flat(value, nullptr, out);
}

// Fields that are known become members of an object;
template <typename Row>
void append_members(const std::vector<Field<Row>>& fields, const Row& row, ObjectText* object) {
  for (const Field<Row>& field : fields) {
    const Value value = field.of(row);
    if (!is_missing(value)) append_json(value, object->key(field.name));
  }
}

}  // namespace demarche::exporting

#endif
