#include "export/triples.h"

#include <fmt/format.h>

#include "export/escape.h"
#include "text/date.h"

namespace demarche::exporting {
namespace {

void append_own(std::string_view what, std::string_view id, std::string* out) {
  out->append("<urn:demarche:").append(what).push_back(':');
  append_iri_part(id, out);
  out->push_back('>');
}

}  // namespace

Triples::Triples(bool turtle, ExportTarget* target) : turtle_(turtle), target_(target) {
  if (!turtle_) return;
  for (const Prefix& p : prefixes) target_->write(fmt::format("@prefix {}: <{}> .\n", p.name, p.iri));
}

void Triples::begin(std::string_view what, std::string_view id) {
  subject_.clear();
  append_own(what, id, &subject_);
  graph_.clear();
  text_.clear();
}

void Triples::begin_in(std::string_view graph, std::string_view graph_id, std::string_view what, std::string_view id) {
  begin(what, id);
  append_own(graph, graph_id, &graph_);
}

void Triples::end() {
  if (turtle_ && !text_.empty()) text_.append(" .\n");
  target_->write(text_);
}

void Triples::add(Term predicate, Term object) {
  open(predicate);
  append(object);
  close();
}

void Triples::add(Term predicate, std::string_view what, std::string_view id) {
  open(predicate);
  append_own(what, id, &text_);
  close();
}

void Triples::add_iri(Term predicate, std::string_view iri) {
  open(predicate);
  text_.append(iri);
  close();
}

void Triples::add_text(Term predicate, std::string_view text) {
  if (text.empty()) return;
  open(predicate);
  append_rdf_literal(text, &text_);
  close();
}

void Triples::add_number(Term predicate, std::uint32_t number) {
  const fmt::format_int digits(number);
  add_typed(predicate, {digits.data(), digits.size()}, "xsd:integer"_rdf);
}

void Triples::add_number(Term predicate, double number) {
  char digits[40];
  const char* const end = fmt::format_to_n(digits, sizeof digits, "{}", number).out;
  add_typed(predicate, {digits, static_cast<std::size_t>(end - digits)}, "xsd:decimal"_rdf);
}

void Triples::add_date(Term predicate, std::string_view date) {
  const auto parsed = text::parse_iso(date);
  if (!parsed) return;
  const Term type = parsed->month == 0 ? "xsd:gYear"_rdf : parsed->day == 0 ? "xsd:gYearMonth"_rdf : "xsd:date"_rdf;
  add_typed(predicate, text::iso(*parsed), type);
}

void Triples::open(Term predicate) {
  if (!turtle_) {
    text_.append(subject_).push_back(' ');
  } else if (text_.empty()) {
    text_.append("\n").append(subject_).append("\n    ");
  } else {
    text_.append(" ;\n    ");
  }
  append(predicate);
  text_.push_back(' ');
}

void Triples::append(Term term) {
  if (turtle_) {
    text_.append(term.brief);
  } else {
    text_.append("<").append(term.vocabulary).append(term.name).push_back('>');
  }
}

// REQUIRES text that needs no escapes.
void Triples::add_typed(Term predicate, std::string_view text, Term type) {
  open(predicate);
  text_.append("\"").append(text).append("\"^^");
  append(type);
  close();
}

void Triples::close() {
  if (turtle_) return;
  if (!graph_.empty()) text_.append(" ").append(graph_);
  text_.append(" .\n");
}

}  // namespace demarche::exporting
