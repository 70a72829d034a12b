// Affiliations as edges and rows: person –office→ state or organisation, with dates and evidence.
#ifndef DEMARCHE_EXPORT_OFFICE_H
#define DEMARCHE_EXPORT_OFFICE_H

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "demarche/export.h"
#include "demarche/graph_stream.h"
#include "export/field.h"
#include "export/writer.h"

namespace demarche::exporting {

// Borrows everything.
struct Office {
  const Affiliation* affiliation = nullptr;
  const Actor* person = nullptr;
  const Mention* told = nullptr;  // the newest statement that names it; nullptr without evidence
  std::string body;               // id of the state or organisation
  std::string key;                // permanent and unique
};

// First and last day that the person is known to have held it; the last is empty while the term is open.
Days term_of(const Affiliation& affiliation);

// "1977 to 20 Jan 1981", "since May 2009"; empty where no date is known.
std::string term_words(const Affiliation& affiliation);

std::span<const Field<Office>> office_fields();
// Those that an edge has besides its ends.
std::vector<Field<Office>> office_edge_fields(const ExportOptions& options);

// The offices of a graph, those of no body left out.
class Offices {
 public:
  // Reads the statements that name offices when `evidence` is asked for. Fails where reading the graph does.
  static Result<Offices> of(const GraphStream& graph, bool evidence);

  const std::vector<Office>& all() const { return all_; }
  // Bodies that are no actors of the graph, by id: with a name, a kind, and the code of a state.
  const std::vector<Actor>& bodies() const { return bodies_; }

 private:
  std::vector<Office> all_;
  std::vector<Actor> bodies_;
  std::vector<std::unique_ptr<Mention>> told_;
};

// What a network has besides interactions: nothing unless the options ask for offices.
Result<Offices> offices_for(const GraphStream& graph, const ExportOptions& options);

}  // namespace demarche::exporting

#endif
