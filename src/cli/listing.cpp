#include "cli/listing.h"

#include <algorithm>
#include <cstddef>

#include "cli/rows.h"
#include "cli/terminal.h"
#include "text/utf8.h"

namespace demarche::cli {
namespace {

std::string field(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array()) return value.dump();
  std::string out;
  for (const Json& element : value) out += (out.empty() ? "" : "; ") + field(element);
  return out;
}

Row row_of(const Json& object, const std::vector<std::string>& columns) {
  Row row;
  for (const std::string& column : columns) {
    const auto at = object.find(column);
    row.push_back(at == object.end() ? std::string() : field(*at));
  }
  return row;
}

std::vector<Row> sheet(const Listing& listing) {
  std::vector<Row> rows = {listing.columns};
  for (const Json& object : listing.rows) rows.push_back(row_of(object, listing.columns));
  return rows;
}

}  // namespace

std::string aligned(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const Row& row : rows) {
    if (widths.size() < row.size()) widths.resize(row.size());
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], text::count_code_points(row[i]));
  }
  std::string out;
  for (const Row& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      line += row[i];
      if (i + 1 < row.size()) line.append(widths[i] - text::count_code_points(row[i]) + 2, ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  return out;
}

std::string in_format(const Listing& listing, ResultFormat format, Json head) {
  std::string out;
  switch (format) {
    case ResultFormat::json:
      head[listing.name] = listing.rows;
      return dump(head);
    case ResultFormat::jsonl:
      for (const Json& row : listing.rows) out += dump(row);
      return out;
    case ResultFormat::csv:
      return csv(sheet(listing));
    case ResultFormat::tsv:
      return tsv(sheet(listing));
    case ResultFormat::markdown:
      return markdown(sheet(listing));
    case ResultFormat::table:
      break;
  }
  std::vector<Row> rows;
  for (const Json& object : listing.rows) {
    Row& row = rows.emplace_back(row_of(object, listing.shown));
    for (std::string& cell : row) cell = one_line(cell);
  }
  return aligned(rows);
}

}  // namespace demarche::cli
