// A row of somebody's event data, whatever its form.
#ifndef DEMARCHE_EXPORT_EVENT_ROW_H
#define DEMARCHE_EXPORT_EVENT_ROW_H

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "demarche/import.h"
#include "demarche/mention.h"

namespace demarche::exporting {

using Cells = std::vector<std::string>;

// One line into cells: tab-separated as it is, or with commas as CSV (RFC 4180).
Cells split_row(std::string_view line, char between);

// Where each named column stands.
class Header {
 public:
  explicit Header(const Cells& names);
  // The cell of the first of the names that the header has; empty where there is none.
  std::string_view cell(const Cells& row, std::initializer_list<std::string_view> names) const;
  bool has(std::string_view name) const;
  std::size_t columns() const { return count_; }

 private:
  std::unordered_map<std::string, std::size_t> place_;  // by folded name
  std::size_t count_ = 0;
};

struct EventRow {
  Source source;
  Mention mention;
};

// False, and `why` set, for a row that says nothing of use. The forms say which columns they read.
bool read_gdelt_row(const Cells& row, EventRow* out, std::string* why);
bool read_icews_row(const Header& header, const Cells& row, const RowOptions& options, EventRow* out, std::string* why);
bool read_polecat_row(const Header& header, const Cells& row, const RowOptions& options, EventRow* out,
                      std::string* why);

}  // namespace demarche::exporting

#endif
