// A mention as the merge sees it: participants as actor numbers, its date as an interval, its verb as a family.
#ifndef DEMARCHE_GRAPH_STATEMENT_H
#define DEMARCHE_GRAPH_STATEMENT_H

#include <cstdint>
#include <optional>
#include <vector>

#include "demarche/mention.h"
#include "graph/family.h"
#include "graph/when.h"

namespace demarche::graph {

// Borrows the mention.
struct Statement {
  const Mention* mention = nullptr;
  std::uint32_t source = 0;  // number of the document, in the order of document ids
  std::optional<long> said;  // day of the document
  When when;
  bool left = false;  // tells of a day from which the event was put off to the one that others of its cluster tell of
  Contact contact = Contact::none;
  std::vector<std::uint32_t> actor;  // actor numbers, sorted, without repetition
  std::vector<std::uint32_t> recipient;

  Status status() const { return mention->status; }
  bool reciprocal() const {
    return mention->reciprocal || contact == Contact::talk || contact == Contact::negotiate ||
           contact == Contact::meet || contact == Contact::videoconference;
  }
  // Who came to whom: the recipient of a host, the actor of everything else.
  const std::vector<std::uint32_t>& guest() const { return contact == Contact::host ? recipient : actor; }
};

// All statements that have the same participants (without regard to side) and family: the only ones that can be about
// one event.
using Bucket = std::vector<Statement>;

// Positions in a bucket.
using Cluster = std::vector<std::uint32_t>;

// Splits a bucket into events (rules in README.md). The clusters, and the statements in each, are in an order that
// depends on the set of statements only. Reorders the bucket.
std::vector<Cluster> cluster(Bucket* bucket);

// The pairwise rules apart from the dates: may both statements be about one event?
bool may_be_one(const Statement& a, const Statement& b);

}  // namespace demarche::graph

#endif
