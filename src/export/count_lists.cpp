// JSON of long lists, which has an item a line: read an item at a time, since a whole one of a million interactions
// would take gigabytes. What is left without the items must be JSON, too.
#include <fmt/format.h>
#include <simdjson.h>

#include <fstream>
#include <map>
#include <string>
#include <string_view>

#include "export/count.h"

namespace demarche::exporting {
namespace {

namespace dom = simdjson::dom;

Error failed(const std::string& path, std::uint64_t line, std::string_view what) {
  return {Cause::failed, fmt::format("{}:{}: {}", path, line, what)};
}

class Lists {
 public:
  explicit Lists(std::string path) : path_(std::move(path)) {}

  Result<Done> read() {
    std::ifstream file(path_, std::ios::binary);
    if (!file) return Error{Cause::failed, path_ + ": cannot be read back"};
    std::string line;
    while (std::getline(file, line)) {
      ++line_;
      const std::string_view fault = inside_ && !line.starts_with(']') ? take_item(line) : take_rest(line);
      if (!fault.empty()) return failed(path_, line_, fault);
    }
    if (const auto error = parser_.parse(rest_).error()) return failed(path_, line_, simdjson::error_message(error));
    return Done{};
  }

  bool has(std::string_view name) const { return counts_.find(name) != counts_.end(); }
  std::uint64_t count(std::string_view name) const { return has(name) ? counts_.find(name)->second : 0; }

 private:
  std::string_view take_item(std::string_view line) {
    if (*items_ > 0 && !comma_) return "no comma between two items";
    comma_ = line.ends_with(',');
    if (comma_) line.remove_suffix(1);
    dom::object object;
    const auto error = parser_.parse(line.data(), line.size()).get(object);
    ++*items_;
    return error == simdjson::SUCCESS ? std::string_view() : simdjson::error_message(error);
  }

  // A line outside the lists, or the end of one; may begin the next: `"edges":[`.
  std::string_view take_rest(std::string_view line) {
    if (inside_ && comma_) return "a comma before the end of a list";
    rest_.append(line).push_back('\n');
    inside_ = line.ends_with("\":[");
    comma_ = false;
    const std::size_t end = line.find("\":[");  // of an empty list, too: `"edges":[],`
    if (end == std::string_view::npos) return "";
    const std::string_view before = line.substr(0, end);
    items_ = &counts_[std::string(before.substr(before.rfind('"') + 1))];
    return "";
  }

  const std::string path_;
  dom::parser parser_;
  std::map<std::string, std::uint64_t, std::less<>> counts_;
  std::string rest_;
  std::uint64_t* items_ = nullptr;
  std::uint64_t line_ = 0;
  bool inside_ = false;
  bool comma_ = false;
};

Result<ExportCounts> count_lists(const std::string& path, std::string_view edges, std::string_view same = "") {
  Lists lists(path);
  if (auto read = lists.read(); !read) return read.error();
  for (const std::string_view name : {std::string_view("nodes"), edges, same}) {
    if (!name.empty() && !lists.has(name)) return Error{Cause::failed, fmt::format("{}: has no {}", path, name)};
  }
  if (!same.empty() && lists.count(edges) != lists.count(same)) {
    return Error{Cause::failed, fmt::format("{}: {} and {} differ", path, edges, same)};
  }
  return ExportCounts{lists.count("nodes"), lists.count(edges)};
}

}  // namespace

Result<ExportCounts> count_json(const std::string& path, const ExportOptions& options) {
  if (options.edges_key == "both") return count_lists(path, "edges", "links");
  return count_lists(path, options.edges_key);
}

Result<ExportCounts> count_cytoscape(const std::string& path, const ExportOptions&) {
  return count_lists(path, "edges");
}

}  // namespace demarche::exporting
