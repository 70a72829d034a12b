// The gazetteer: the actors and places that the pack knows, with their names, dates and offices.
//
// Names are found as token sequences in a trie over folded words, entered from capitalised tokens, and from others
// where a name begins so in the data.
//
// It is a table (table.h), used where it lies; GazetteerBuilder writes it.
//
// Thread safety: constant data.
#ifndef DEMARCHE_RULES_GAZETTEER_H
#define DEMARCHE_RULES_GAZETTEER_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/mention.h"
#include "rules/table.h"

namespace demarche::rules {

using ActorIndex = std::uint32_t;
inline constexpr ActorIndex no_actor = 0xFFFFFFFF;

struct Term {
  TableString office;        // category of rules/README.md
  TableString of;            // id of a state, organisation or group
  TableString title;         // "Foreign Minister"
  TableString folded_title;  // text::fold() of it
  TableString from, until;   // ISO, as precise as known; empty = open
};

struct Membership {
  TableString state;        // id
  TableString from, until;  // as in Term
};

// What another coding system calls an actor for a time, in the record's words.
struct DatedCode {
  TableString code, sector;
  TableString from, until;  // as in Term
};

struct KnownActor {
  TableString id, name, qid, code, sector;
  TableString surname;    // persons: the word the press uses alone
  TableString adjective;  // states: "Turkish"
  TableString since, until;
  TableList<Term> terms;
  TableList<Membership> members;  // of blocs and organisations
  TableList<DatedCode> codes;     // imported ones; most actors have none
  ActorIndex home;                // persons: state or organisation; territories, groups, bodies: state
  Kind kind;
  bool bloc;  // states acting together
  bool female, male;
};
inline std::string_view key_of(const KnownActor& actor) { return actor.id; }

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
  bool caps_only;    // written in capitals ("US", "WHO"): the text must be, too
  bool small_first;  // written so in the data ("six world powers", "security council"): the text may, too
  bool small_last;   // international bodies: "European commission"
  ActorIndex actor;
};
using NameRefs = TableList<NameRef>;

struct Namesakes {
  TableString key;  // surname, folded
  TableList<ActorIndex> persons;
};

struct Holding {
  ActorIndex person;
  std::uint32_t term;
};

struct OfficeHoldings {
  TableString key;  // "category|of"
  TableList<Holding> holdings;
};

// A node's children are the nodes [first_child, next node's first_child), by the word that leads to them.
struct NameNode {
  std::uint32_t word;
  std::uint32_t first_child;
  NameRefs refs;
  bool small;  // of a root's child: a name that begins with this word may begin with a small letter
};

// Whether a day, month or year lies between two dates as precise as known; an empty end is open. A partial date covers
// all its days. REQUIRES a day that is not empty.
bool within(std::string_view from, std::string_view until, std::string_view day);

class Gazetteer {
 public:
  const KnownActor& operator[](ActorIndex index) const { return actors_.rows()[index]; }
  const TableList<KnownActor>& actors() const { return actors_.rows(); }
  ActorIndex find_id(std::string_view id) const;

  // Persons whose surname (folded) this is, or nullptr; and whether the word begins a known person's name.
  const TableList<ActorIndex>* by_surname(std::string_view folded) const;
  bool is_given_name(std::string_view folded) const { return given_names_.find(folded) != nullptr; }

  // Holders of an office category of a state or organisation on a day (ISO); empty date = none.
  std::vector<ActorIndex> holders(std::string_view office, std::string_view of, std::string_view day) const;
  // Whether the person held any office on the day, or within a year of it; empty date = ever.
  bool in_office(ActorIndex person, std::string_view day) const;

  // Code and sector of the record on a day (ISO; empty = unknown): those of the imported code that covers the day;
  // else, of a person, those of the office held that day (a secretary-general is IGO, a rebel leader of his group's
  // sector, a minister of the Soviet Union SUN); else the actor's own. Views of the table.
  struct Coding {
    std::string_view code, sector;
  };
  Coding coding(ActorIndex actor, std::string_view day) const;

  // The trie: word ids are those of name_word(); node 0 is the root. 0 = no such word, no edge.
  std::uint32_t name_word(std::string_view folded) const;
  std::uint32_t step(std::uint32_t node, std::uint32_t word) const;
  // Whether some name that begins with the word may begin with a small letter.
  bool begins_small(std::uint32_t word) const { return nodes_[step(0, word)].small; }
  // What the name that ends here stands for, or nullptr.
  const NameRefs* names_at(std::uint32_t node) const;

 private:
  friend class GazetteerBuilder;

  struct RankedCoding {
    Coding coding;
    int rank = 0;  // of several offices of a day the lowest counts
  };
  RankedCoding coding_of(const KnownActor& person, const Term& term) const;
  // Without an office on the day: the sector that all offices share, else the person's own.
  Coding office_coding(const KnownActor& person, std::string_view day) const;

  TableMap<KnownActor> actors_;  // by id
  TableMap<Namesakes> surnames_;
  TableMap<TableString> given_names_;
  TableMap<OfficeHoldings> offices_;
  TableMap<TableString> words_;        // a row's number + 1 is the word's id
  TableList<NameNode> nodes_;          // breadth first; one row more than there are nodes, for its first_child
  TableList<std::uint32_t> by_first_;  // by word id: the root's child
};

// The words of a name as the trie holds them: folded, without dots, hyphens kept.
std::vector<std::string> name_words(std::string_view name);
// One token's form in the trie.
std::string name_form(std::string_view token);

}  // namespace demarche::rules

#endif
