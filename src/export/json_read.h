// Reading our own JSON back through simdjson. The first thing that is wrong is kept, with the path of the field, and
// becomes one line for the user: `a.jsonl:3: actor[0].start must be a whole number`.
#ifndef DEMARCHE_EXPORT_JSON_READ_H
#define DEMARCHE_EXPORT_JSON_READ_H

#include <simdjson.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/error.h"

namespace demarche::exporting {

// The words that a message offers for a wrong one.
inline constexpr std::string_view known_kinds = "person, state, government, organisation, group or other";
inline constexpr std::string_view known_turns = "postponed or cancelled";
inline constexpr std::string_view known_steps = "actual, planned, possible, denied, postponed or cancelled";
inline constexpr std::string_view known_statuses = "actual, planned, possible or denied";
inline constexpr std::string_view known_precisions = "day, week, month, year or document";

// A value as a message shows it: in quotes, escaped, and cut, since a broken line may be megabytes long.
std::string shown(std::string_view text);

// One object of the input. A field that is missing or null leaves the value alone; a field of another type than the
// asked one is a problem; unknown fields are ignored, so that later versions may add some.
class JsonObject {
 public:
  void text(std::string_view name, std::string* value) const;
  void required_text(std::string_view name, std::string* value) const;
  void only_text(std::string_view name, std::string* value) const;  // a list of one, or the text itself
  void texts(std::string_view name, std::vector<std::string>* values) const;
  void number(std::string_view name, std::uint32_t* value) const;
  void number(std::string_view name, double* value) const;
  void boolean(std::string_view name, bool* value) const;

  // A word that `parse` knows; `known` says the words in the message.
  template <typename Enum>
  void word(std::string_view name, Enum* value, bool (*parse)(std::string_view, Enum*), std::string_view known) const {
    std::string found;
    text(name, &found);
    if (!found.empty() && !parse(found, value)) unknown_word(name, found, known);
  }

  using Visit = std::function<void(const JsonObject&)>;
  void object(std::string_view name, const Visit& visit) const;
  void objects(std::string_view name, const Visit& visit) const;

  bool has(std::string_view name) const;

  // Keeps the problem unless there is an earlier one. `name` may be empty: the object itself.
  void complain(std::string_view name, std::string_view what) const;

 private:
  friend class JsonReader;
  JsonObject(simdjson::dom::object object, std::string* problem) : object_(object), problem_(problem) {}

  bool find(std::string_view name, simdjson::dom::element* element) const;
  void visit_child(simdjson::dom::element element, std::string_view name, std::size_t index, const Visit& visit) const;
  void unknown_word(std::string_view name, std::string_view found, std::string_view known) const;
  std::string path() const;

  static constexpr std::size_t no_index = static_cast<std::size_t>(-1);
  simdjson::dom::object object_;
  std::string* problem_;
  const JsonObject* parent_ = nullptr;
  std::string_view name_;
  std::size_t index_ = no_index;
};

// Thread safety: one thread at a time.
class JsonReader {
 public:
  // Calls `visit` with the outermost object. `where` begins the message, `expected` says what the input should be.
  std::optional<Error> read(std::string_view json, std::string_view where, std::string_view expected,
                            const JsonObject::Visit& visit);

 private:
  simdjson::dom::parser parser_;
};

}  // namespace demarche::exporting

#endif
