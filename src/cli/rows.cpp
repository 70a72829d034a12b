#include "cli/rows.h"

#include <fmt/format.h>

#include <string_view>

#include "cli/report_text.h"

namespace demarche::cli {
namespace {

std::string quoted(const std::string& field) {
  if (field.find_first_of(",\"\r\n") == std::string::npos) return field;
  std::string out = "\"";
  for (const char c : field) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string on_one_line(std::string field) {
  for (char& c : field) {
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  }
  return field;
}

template <typename Form>
std::string lines_of(const std::vector<Row>& rows, char between, Form form) {
  std::string out;
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += between;
      out += form(row[i]);
    }
    out += '\n';
  }
  return out;
}

}  // namespace

std::string csv(const std::vector<Row>& rows) { return lines_of(rows, ',', quoted); }
std::string tsv(const std::vector<Row>& rows) { return lines_of(rows, '\t', on_one_line); }

std::string markdown(const std::vector<Row>& rows) {
  std::vector<Row> cells = rows;
  for (Row& row : cells) {
    for (std::string& cell : row) cell = in_markdown(cell);
  }
  return markdown_table(cells);
}

std::vector<Row> rows_of(const std::vector<Evidence>& evidence) {
  std::vector<Row> rows = {{"date", "enddate", "status", "action", "actor", "recipient", "topic", "text", "doc",
                            "title", "publication", "published", "url", "confidence", "rule"}};
  for (const Evidence& e : evidence) {
    const Mention& m = *e.mention;
    rows.push_back({m.date, m.enddate, std::string(to_string(m.status)), m.action, join(names_of(m.actor), "; "),
                    join(names_of(m.recipient), "; "), join(m.topic, "; "), m.text, m.doc, std::string(e.title()),
                    std::string(e.publication()), std::string(e.published()), std::string(e.url()),
                    fmt::format("{}", m.confidence), m.rule});
  }
  return rows;
}

std::vector<Row> rows_of(const Graph& graph, const std::vector<const Interaction*>& interactions) {
  std::vector<Row> rows = {{"id", "date", "enddate", "status", "action", "event", "mode", "actor", "recipient", "topic",
                            "place", "reports", "independent", "confidence", "text", "url"}};
  for (const Interaction* const i : interactions) {
    const std::vector<Evidence> evidence = evidence_of(graph, i->mentions);
    rows.push_back({i->id, i->date, i->enddate, std::string(to_string(i->status)), i->action, i->event, i->mode,
                    join(names_of(graph, i->actor), "; "), join(names_of(graph, i->recipient), "; "),
                    join(i->topic, "; "), i->place, fmt::format("{}", i->reports), fmt::format("{}", i->independent),
                    fmt::format("{}", i->confidence), evidence.empty() ? "" : evidence[0].mention->text,
                    evidence.empty() ? "" : std::string(evidence[0].url())});
  }
  return rows;
}

}  // namespace demarche::cli
