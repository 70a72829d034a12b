// GraphML of our own back into a graph: see graphml.cpp for where the records stand.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "demarche/export.h"
#include "export/graph_json.h"
#include "export/json_read.h"
#include "export/record.h"
#include "export/settle.h"
#include "export/xml_reader.h"

namespace demarche {
namespace exporting {
namespace {

class GraphmlReader {
 public:
  GraphmlReader(std::string_view xml, std::string_view where) : xml_(xml), where_(where) {}

  Result<Graph> read() {
    bool ours = false;
    while (xml_.next() && fault_.message.empty()) {
      const std::string name = xml_.name();
      if (name == "key") ours = ours || xml_.attribute("id") == "n_record";
      if (name == "data") take(xml_.attribute("key"));
    }
    if (!xml_.fault().empty()) return failed(xml_.fault());
    if (!fault_.message.empty()) return fault_;
    if (!ours) {
      return failed(
          "no whole graph of demarche; only what `demarche export --to graphml` writes without --fields and --no-text "
          "is read back");
    }
    if (const std::string fault = settle(&graph_); !fault.empty()) return failed(fault);
    return std::move(graph_);
  }

 private:
  Error failed(std::string_view what) const { return {Cause::failed, fmt::format("{}: {}", where_, what)}; }

  void take(std::string_view key) {
    if (key == "n_record") {
      each_line([this](const JsonObject& object) { read_node(object, &graph_.actors.emplace_back()); });
    } else if (key == "e_record" || key == "g_record") {
      each_line([this](const JsonObject& object) { read_interaction(object, &graph_.interactions.emplace_back()); });
    } else if (key == "e_mentions" || key == "g_mentions") {
      each_line([this](const JsonObject& object) { read_mention(object, &graph_.mentions.emplace_back()); });
    } else if (key == "g_affiliations") {
      each_line([this](const JsonObject& object) { read_affiliation(object, &graph_.affiliations.emplace_back()); });
    } else if (key == "g_sources") {
      each_line([this](const JsonObject& object) { read_source(object, &graph_.sources.emplace_back()); });
    }
  }

  void each_line(const JsonObject::Visit& visit) {
    const std::string where = fmt::format("{}:{}", where_, xml_.line());
    const std::string text = xml_.text();
    for (std::size_t at = 0; at < text.size() && fault_.message.empty();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      const std::string_view line = std::string_view(text).substr(at, end - at);
      at = end + 1;
      if (line.empty()) continue;
      const auto problem = json_.read(line, where, "a record of `demarche export --to graphml`", visit);
      if (problem) fault_ = *problem;
    }
  }

  XmlReader xml_;
  const std::string_view where_;
  JsonReader json_;
  Graph graph_;
  Error fault_;
};

}  // namespace
}  // namespace exporting

Result<Graph> read_graphml(std::string_view xml, std::string_view where) {
  return exporting::GraphmlReader(xml, where).read();
}

}  // namespace demarche
