// Who held an office: "foreign minister of Turkey", "US ambassador to the UN", "head of the IMF".
//
// The phrase is split into the state or body that it names and the words of the office. These are compared with the
// titles of all terms of that state or body, and with what rules/lookup/offices.toml calls each category of offices.
//
// Thread safety: const use from several threads is safe.
#ifndef DEMARCHE_RULES_OFFICE_LOOKUP_H
#define DEMARCHE_RULES_OFFICE_LOOKUP_H

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/error.h"
#include "demarche/pack.h"
#include "rules/gazetteer.h"

namespace demarche::rules {

// The file of a pack that holds what offices are called.
inline constexpr const char* office_words_path = "lookup/offices.toml";

struct OfficeHolder {
  ActorIndex person;
  const Term* term;      // of the gazetteer
  bool in_part = false;  // the phrase has only some of the title's words: "climate envoy"
  bool loose = false;    // the phrase has another word for it: "president of the IMF"
};

struct OfficeAnswer {
  std::vector<OfficeHolder> holders;  // by start, then name
  std::vector<ActorIndex> of;         // states and bodies that the phrase names
  bool office_known = false;          // somebody held that office at some time
};

class OfficeLookup {
 public:
  // `gazetteer` must outlive the lookup. `words`: the text of rules/lookup/offices.toml, `path` its name in messages.
  // Cause::bad_rules for a mistake in it.
  static Result<OfficeLookup> open(const Gazetteer& gazetteer, std::string_view words, std::string_view path);

  // Holders on a day, in a month or in a year (ISO); empty = all there ever were. "former …" asks for those whose term
  // had ended by then.
  OfficeAnswer ask(std::string_view phrase, std::string_view day) const;

  // Whether the phrase has words beyond those that many offices share: "climate envoy", but not "deputy minister".
  bool tells_apart(std::string_view phrase) const;

  // Whether both call the same kind of officer: "climate envoy" and "Special Envoy for Climate", but not "nuclear
  // chief" and "Chief Nuclear Negotiator".
  static bool same_head(std::string_view phrase, std::string_view title);

 private:
  // Words, and ids of states and bodies in place of their names; without order, articles and prepositions.
  using Phrase = std::multiset<std::string>;

  struct Reading {
    Phrase items;
    std::vector<ActorIndex> named;            // each item that names somebody, with all whom the name may mean
    std::vector<std::string> items_of_named;  // as `named`: the id among the items that stands for it
    std::size_t owners = 0;  // of `named`: those before "to", whose office it may be; all where there are none
  };

  explicit OfficeLookup(const Gazetteer& gazetteer) : g_(&gazetteer) {}

  // Whose names are read as names: those of a state's own ministries and services are words of titles, too.
  enum class Owners { all, no_national_bodies };
  Reading read(std::string_view phrase, Owners owners = Owners::all) const;

  using Categories = std::set<std::string, std::less<>>;
  using Words = std::map<Phrase, Categories>;
  // What the words call offices of; nullptr for others.
  static const Categories* called_by(const Words& words, const Phrase& asked);

  // Words as a set of bits, in which those of a part are bits of the whole, too.
  static std::uint64_t bits_of(const Phrase& words);

  struct Title {
    Phrase all;          // its words
    Phrase words;        // without those that say it is held for a time only
    std::uint64_t bits;  // of `words`
    bool acting, deputy;
    std::vector<OfficeHolder>* holders;  // in by_title_
  };
  // The terms of one title that an owner's office has.
  struct Titled {
    const Title* title;
    std::vector<OfficeHolder> holders;
  };
  const std::vector<Titled>* offices_of(std::string_view owner) const;
  // Drops those of a group's leaders who are not its head, where somebody is; `titled`: by the very title asked for.
  void keep_heads(bool titled, std::vector<OfficeHolder>* called) const;
  Phrase without(ActorIndex named, const Phrase& words) const;
  static Phrase without_named(const Reading& reading, std::size_t i);
  void collect_terms();
  std::vector<OfficeHolder> holders(const Reading& reading, std::string_view day) const;
  std::vector<OfficeHolder> titled(const Phrase& asked, bool of_bodies = false) const;
  std::vector<OfficeHolder> heads_of(ActorIndex body) const;
  std::vector<OfficeHolder> of_owner(ActorIndex owner, const Phrase& asked) const;
  std::vector<OfficeHolder> of_body(ActorIndex body, const Phrase& asked) const;
  std::vector<OfficeHolder> in_its_place(ActorIndex owner, const Phrase& asked, std::string_view day) const;
  bool calls_head(const Phrase& words) const;

  const Gazetteer* g_;
  Words called_, otherwise_;                                 // → categories
  std::map<std::string, std::string> else_;                  // category → the one that has its duties
  std::map<Phrase, std::string> usual_;                      // what the press says → the office's own name
  std::map<std::string_view, Title> titles_;                 // by a term's title
  std::map<std::string_view, std::vector<Titled>> offices_;  // by id of the owner
  std::map<Phrase, std::vector<OfficeHolder>> by_title_;     // whatever the owner
};

}  // namespace demarche::rules

#endif
