// From a name as somebody types it to the actors of a graph.
//
// Steps, the first that finds somebody decides: full name or alias; surname; part of a name ("Lula", "George Bush",
// "Security Council"); office with country ("the Turkish foreign minister", "Turkey's foreign minister"); title and
// name ("President Obama"); state by another name or its capital; a group by its description ("Russian diplomats",
// "Iranian officials"); the owner, if it is no person ("Russia's actions"). Case and accents do not matter.
//
// Thread safety: const use is safe. Borrows the graph.
#ifndef DEMARCHE_QUERY_NAME_INDEX_H
#define DEMARCHE_QUERY_NAME_INDEX_H

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "demarche/graph.h"
#include "query/countries.h"

namespace demarche::query {

// Whom a name means. More than one id: a state and all who act for it, or actors of one canonical name.
struct Party {
  std::string name;  // canonical
  std::unordered_set<std::string_view> ids;
};

struct Lookup {
  Party party;                          // found, if it has ids
  std::vector<std::string> candidates;  // more than one: ambiguous; canonical names, most interactions first
  Party anyone;                         // if it is ambiguous: all of them
  bool found() const { return !party.ids.empty(); }
};

class NameIndex {
 public:
  NameIndex(const Graph& graph, const Countries& countries);

  Lookup find(std::string_view typed) const;
  // Which of those that an ambiguous name may mean has an interaction with one of the company; not found if there are
  // several, or none. "Trump and Kim": of all Kims the one whom Trump dealt with.
  Lookup among(const Lookup& ambiguous, const std::unordered_set<std::string_view>& company) const;
  // Up to three canonical names that are spelt nearly alike, nearest first.
  std::vector<std::string> nearest(std::string_view typed) const;

  // Alpha-3 code of a state by name, adjective or code; empty if unknown.
  std::string country_code(std::string_view typed) const;
  // The same of a region's states: "Europe", "European". One code for a state, none if unknown.
  std::vector<std::string> country_codes(std::string_view typed) const;
  // The state whose name is spelt nearly alike; empty if there is none.
  std::string nearest_country(std::string_view typed) const;
  // Name of the state with this code, empty for codes of no state (IGO …).
  std::string country_name(std::string_view code) const;

 private:
  using List = std::vector<std::size_t>;  // positions in graph.actors

  struct Entry {
    std::string name;  // key()
    std::vector<std::string> words;
    std::vector<std::string> aliases;  // keys
    std::vector<std::string> offices;  // keys
  };

  List equal(const std::string& key) const;
  List surname(const std::string& key) const;
  List part(const std::string& key) const;
  List office(const std::string& key) const;
  List titled(const std::string& key) const;
  Lookup described(const std::string& key) const;
  Lookup owner(std::string_view typed) const;
  Lookup by_state(const std::string& key) const;

  Lookup decide(const List& list) const;
  Lookup prefer(const List& equal, const List& surname) const;
  Party party_of(const List& list) const;
  void add_people(std::string_view code, Party* party) const;
  bool is_alias_proper(std::size_t at, const std::string& alias) const;

  const Graph& graph_;
  const Countries& countries_;
  std::vector<Entry> entries_;
  std::unordered_map<std::string, std::string> state_codes_;    // of the graph's states, by key() of name and code
  std::unordered_map<std::string, std::string> state_names_;    // by code
  std::unordered_map<std::string_view, std::size_t> contacts_;  // interactions by actor id
};

}  // namespace demarche::query

#endif
