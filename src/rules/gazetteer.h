// The gazetteer: the actors and places that the pack knows, with their names, dates and offices.
//
// Names are found as token sequences in a trie over folded words, entered from capitalised tokens only.
//
// Thread safety: immutable after loading.
#ifndef DEMARCHE_RULES_GAZETTEER_H
#define DEMARCHE_RULES_GAZETTEER_H

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "demarche/mention.h"

namespace demarche::rules {

using ActorIndex = std::uint32_t;
inline constexpr ActorIndex no_actor = 0xFFFFFFFF;

struct Term {
  std::string office;  // category of rules/README.md
  std::string of;      // id of a state, organisation or group
  std::string title;   // "Foreign Minister"
  std::string from, until;  // ISO, as precise as known; empty = open
};

struct Membership {
  std::string state;        // id
  std::string from, until;  // as in Term
};

struct KnownActor {
  std::string id, name, qid, code, sector;
  Kind kind = Kind::other;
  bool bloc = false;          // states acting together
  bool female = false, male = false;
  std::string surname;        // persons: the word the press uses alone
  std::string adjective;      // states: "Turkish"
  std::string since, until;
  ActorIndex home = no_actor; // persons: state or organisation; territories, groups, bodies: state
  std::vector<Term> terms;
  std::vector<Membership> members;  // of blocs and organisations
};

enum class NameKind : std::uint8_t {
  full,       // the actor itself
  adjective,  // "Turkish"
  people,     // "Turks"
  capital,    // "Ankara": the government, or the place
  seat,       // "the Kremlin"
  place,      // a city or region; `actor` is its state
  ambiguous,  // an ordinary word too: counts only where the context speaks for it
};

struct NameRef {
  NameKind kind;
  bool caps_only;  // written in capitals ("US", "WHO"): the text must be, too
  ActorIndex actor;
};

class Gazetteer {
 public:
  // Loading. `name` is split into tokens as texts are.
  ActorIndex add(KnownActor actor);
  // A person may stand in several files: the terms add up.
  void add_terms(ActorIndex person, std::vector<Term> terms);
  void add_name(std::string_view name, NameKind kind, ActorIndex actor);
  void finish();

  const KnownActor& operator[](ActorIndex index) const { return actors_[index]; }
  const std::vector<KnownActor>& actors() const { return actors_; }
  ActorIndex find_id(std::string_view id) const;

  // Persons whose surname (folded) this is, and whether the word begins a known person's name.
  const std::vector<ActorIndex>* by_surname(std::string_view folded) const;
  bool is_given_name(std::string_view folded) const { return given_names_.contains(std::string(folded)); }

  // Holders of an office category of a state or organisation on a day (ISO); empty date = none.
  std::vector<ActorIndex> holders(std::string_view office, std::string_view of, std::string_view day) const;
  // Whether the person held any office on the day, or within a year of it.
  bool in_office(ActorIndex person, std::string_view day) const;

  // The trie: word ids are those of name_word(); node 0 is the root. 0 = no edge.
  std::uint32_t name_word(std::string_view folded) const;
  std::uint32_t step(std::uint32_t node, std::uint32_t word) const;
  const std::vector<NameRef>* names_at(std::uint32_t node) const;

 private:
  struct Holding {
    ActorIndex person;
    std::uint32_t term;
  };
  static std::uint64_t edge(std::uint32_t node, std::uint32_t word) { return (std::uint64_t{node} << 32) | word; }

  std::vector<KnownActor> actors_;
  std::unordered_map<std::string, ActorIndex> by_id_;
  std::unordered_map<std::string, std::vector<ActorIndex>> surnames_;
  std::unordered_map<std::string, bool> given_names_;
  std::unordered_map<std::string, std::vector<Holding>> offices_;  // "category|of"
  std::unordered_map<std::string, std::uint32_t> words_;
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;
  std::unordered_map<std::uint32_t, std::vector<NameRef>> names_;
  std::uint32_t nodes_ = 1;
};

// The words of a name as the trie holds them: folded, without dots, hyphens kept.
std::vector<std::string> name_words(std::string_view name);
// One token's form in the trie.
std::string name_form(std::string_view token);

}  // namespace demarche::rules

#endif
