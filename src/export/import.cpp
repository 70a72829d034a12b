#include "demarche/import.h"

#include <fmt/format.h>

#include <algorithm>
#include <istream>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "export/event_row.h"
#include "text/utf8.h"

namespace demarche {
namespace exporting {
namespace {

constexpr std::size_t gdelt1_columns = 58;
constexpr std::size_t gdelt2_columns = 61;

class RowReader {
 public:
  RowReader(std::istream& in, std::string_view where, const RowOptions& options)
      : in_(in), where_(where), options_(options), format_(options.format) {}

  Result<RowCounts> read(GraphBuilder* builder) {
    std::string line;
    for (std::uint64_t number = 1; std::getline(in_, line); ++number) {
      // A cell in quotes may hold line ends.
      while (between_ == ',' && has_open_quote(line)) {
        std::string more;
        if (!std::getline(in_, more)) break;
        line.append(" ").append(more);
        ++number;
      }
      line = text::repair_utf8(line);
      if (number == 1) {
        const auto begun = begin(line);
        if (!begun) return begun.error();
        if (header_) continue;
      }
      if (!line.empty() && line != "\r") take(split_row(line, between_), number);
    }
    for (auto& [id, document] : documents_) builder->add(std::move(document.first), std::move(document.second));
    return counts_;
  }

 private:
  static bool has_open_quote(const std::string& line) { return std::count(line.begin(), line.end(), '"') % 2 != 0; }

  // Tells the format from the first line, and keeps it if it is a header.
  Result<Done> begin(const std::string& line) {
    const std::string_view text =
        std::string_view(line).starts_with("\xEF\xBB\xBF") ? std::string_view(line).substr(3) : line;
    between_ = text.find('\t') != std::string_view::npos ? '\t' : ',';
    const Cells cells = split_row(text, between_);
    const Header header(cells);
    if (format_ == RowFormat::automatic) {
      format_ = header.has("CAMEO Code")   ? RowFormat::icews
                : header.has("Event Type") ? RowFormat::polecat
                : is_gdelt(cells)          ? RowFormat::gdelt
                                           : RowFormat::automatic;
    }
    if (format_ == RowFormat::automatic) {
      return failed("neither GDELT (61 columns), ICEWS nor POLECAT (by their headers); say --from");
    }
    if (format_ == RowFormat::gdelt) return Done{};
    const std::string_view needed[] = {"Event Date", format_ == RowFormat::icews ? "Source Name" : "Actor Name",
                                       format_ == RowFormat::icews ? "CAMEO Code" : "Event Type"};
    for (const std::string_view name : needed) {
      if (!header.has(name)) return failed(fmt::format("the first line has no column \"{}\"", name));
    }
    header_.emplace(header);
    return Done{};
  }

  Error failed(std::string_view what) const { return {Cause::failed, fmt::format("{}: {}", where_, what)}; }

  static bool is_gdelt(const Cells& cells) { return cells.size() == gdelt2_columns || cells.size() == gdelt1_columns; }

  void take(const Cells& cells, std::uint64_t number) {
    ++counts_.rows;
    EventRow row;
    std::string why;
    if (!is_whole(cells, &why) || !read_row(cells, &row, &why)) {
      ++counts_.skipped;
      if (options_.on_problem) options_.on_problem(fmt::format("{}:{}: {}; row skipped", where_, number, why));
      return;
    }
    ++counts_.taken;
    // Rows of one id and document would be taken for one statement.
    auto& [source, mentions] = documents_[row.source.id];
    if (mentions.empty()) source = std::move(row.source);
    row.mention.sequence = static_cast<std::uint32_t>(mentions.size());
    if (row.mention.id.ends_with('.')) row.mention.id += fmt::format("{}-{}", where_, number);
    mentions.push_back(std::move(row.mention));
  }

  bool is_whole(const Cells& cells, std::string* why) const {
    const bool fits = header_ ? cells.size() == header_->columns() : is_gdelt(cells);
    if (!fits) *why = fmt::format("{} columns, not {}", cells.size(), header_ ? header_->columns() : gdelt2_columns);
    return fits;
  }

  bool read_row(const Cells& cells, EventRow* row, std::string* why) const {
    if (format_ == RowFormat::gdelt) return read_gdelt_row(cells, row, why);
    if (format_ == RowFormat::icews) return read_icews_row(*header_, cells, options_, row, why);
    return read_polecat_row(*header_, cells, options_, row, why);
  }

  std::istream& in_;
  const std::string_view where_;
  const RowOptions& options_;
  RowFormat format_;
  char between_ = '\t';
  std::optional<Header> header_;
  RowCounts counts_;
  std::map<std::string, std::pair<Source, std::vector<Mention>>> documents_;
};

}  // namespace
}  // namespace exporting

Result<RowCounts> import_rows(std::istream& in, std::string_view where, const RowOptions& options,
                              GraphBuilder* builder) {
  return exporting::RowReader(in, where, options).read(builder);
}

}  // namespace demarche
