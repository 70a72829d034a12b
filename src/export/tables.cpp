// Tables as CSV and JSON Lines: interactions, ties, actors, mentions, offices. In JSON Lines every row has every
// column, null where nothing is known and lists as arrays, so that Parquet sees one schema.
#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "demarche/export.h"
#include "export/escape.h"
#include "export/flat_text.h"
#include "export/json_text.h"
#include "export/office.h"
#include "export/record.h"
#include "export/tie.h"
#include "export/writer.h"

namespace demarche::exporting {
namespace {

class CsvForm {
 public:
  template <typename Row>
  static std::string head(const std::vector<Field<Row>>& fields) {
    std::string out;
    for (const Field<Row>& field : fields) out.append(out.empty() ? "" : ",").append(field.name);
    return out + '\n';
  }
  template <typename Row>
  static void append(const std::vector<Field<Row>>& fields, const Row& row, std::string* out) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (i != 0) out->push_back(',');
      append_flat(fields[i].of(row), append_csv, out);
    }
    out->push_back('\n');
  }
};

class JsonForm {
 public:
  template <typename Row>
  static std::string head(const std::vector<Field<Row>>&) {
    return "";
  }
  template <typename Row>
  static void append(const std::vector<Field<Row>>& fields, const Row& row, std::string* out) {
    {
      ObjectText object(out);
      for (const Field<Row>& field : fields) {
        const Value value = field.of(row);
        std::string* const at = object.key(field.name);
        is_missing(value) && field.type == Type::texts ? static_cast<void>(at->append("[]")) : append_json(value, at);
      }
    }
    out->push_back('\n');
  }
};

// Writes rows of one table and counts them.
template <typename Form, typename Row>
class Table {
 public:
  Table(std::span<const Field<Row>> all, const ExportOptions& options, ExportTarget* target)
      : fields_(chosen(all, options)), target_(target) {
    target_->write(Form::head(fields_));
  }
  void add(const Row& row) {
    line_.clear();
    Form::append(fields_, row, &line_);
    target_->write(line_);
    ++rows_;
  }
  ExportCounts counts() const { return {rows_, 0}; }
  Result<ExportCounts> counts(const Result<Done>& done) const {
    if (!done) return done.error();
    return counts();
  }

 private:
  const std::vector<Field<Row>> fields_;
  ExportTarget* target_;
  std::string line_;
  std::uint64_t rows_ = 0;
};

template <typename Form>
Result<ExportCounts> write_table(const GraphStream& graph, const ExportOptions& options, ExportTarget* target) {
  if (options.table == "actors") {
    Table<Form, Actor> table(actor_fields(), options, target);
    for (const Actor& actor : graph.actors()) table.add(actor);
    return table.counts();
  }
  if (options.table == "offices") {
    Table<Form, Office> table(office_fields(), options, target);
    const auto offices = Offices::of(graph, options.text);
    if (!offices) return offices.error();
    for (const Office& office : offices->all()) table.add(office);
    return table.counts();
  }
  if (options.table == "mentions") {
    Table<Form, Statement> table(statement_fields(), options, target);
    return table.counts(graph.each_mention([&](const GraphStream::Told& told) { table.add(statement_of(told)); }));
  }
  if (options.table == "ties") {
    Table<Form, Tie> table(tie_fields(), options, target);
    const auto ties = Ties::of(graph);
    if (!ties) return ties.error();
    for (std::size_t i = 0; i < ties->size(); ++i) table.add((*ties)[i]);
    return table.counts();
  }
  Table<Form, Deed> table(deed_fields(), options, target);
  return table.counts(graph.each_interaction(true, [&](const Interaction& interaction, const auto& evidence) {
    table.add(deed_of(graph, interaction, evidence));
  }));
}

}  // namespace

Result<ExportCounts> write_csv(const GraphStream& graph, const ExportOptions& options, ExportTarget* target) {
  return write_table<CsvForm>(graph, options, target);
}

Result<ExportCounts> write_jsonl(const GraphStream& graph, const ExportOptions& options, ExportTarget* target) {
  return write_table<JsonForm>(graph, options, target);
}

}  // namespace demarche::exporting
