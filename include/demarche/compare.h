// Two graphs side by side: which who-whom-when both have, and which only one.
//
// Thread safety: pure.
#ifndef DEMARCHE_COMPARE_H
#define DEMARCHE_COMPARE_H

#include <cstdint>
#include <string>
#include <vector>

#include "demarche/graph.h"

namespace demarche {

struct CompareOptions {
  bool by_country = true;  // persons, bodies and states of a country are one; else actors by name
  bool by_event = false;   // the PLOVER type must be the same, too
  unsigned within = 0;     // days by which two dates may differ
};

// Something between two on a day. Talks (CONSULT) have no direction; everything else runs from `who` to `whom`.
struct Contact {
  std::string who, whom;             // names
  std::string day;                   // ISO
  std::string event;                 // PLOVER type; empty unless `by_event`
  std::vector<std::string> actions;  // sorted, each once
  std::vector<std::string> a, b;     // ids of the interactions in either graph; one is empty where only one has it
};

struct Comparison {
  std::vector<Contact> contacts;  // by day, then names
  std::uint64_t both = 0, only_a = 0, only_b = 0;
  std::uint64_t left_out_a = 0, left_out_b = 0;  // interactions without a day, or without two (countries)
};

Comparison compare(const Graph& a, const Graph& b, const CompareOptions& options);

}  // namespace demarche

#endif
