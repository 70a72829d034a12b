// Collecting actors and names, and writing them as a Gazetteer.
#ifndef DEMARCHE_RULES_GAZETTEER_BUILDER_H
#define DEMARCHE_RULES_GAZETTEER_BUILDER_H

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "rules/gazetteer.h"
#include "rules/table_writer.h"

namespace demarche::rules {

// As Term, Membership, DatedCode and KnownActor, before they are written.
struct TermSource {
  std::string office, of, title, from, until;
};

struct MembershipSource {
  std::string state, from, until;
};

struct CodeSource {
  std::string code, sector, from, until;
};

struct ActorSource {
  std::string id, name, qid, code, sector, surname, adjective, since, until;
  std::vector<std::string> surnames;  // other spellings of the surname
  Kind kind = Kind::other;
  bool bloc = false, female = false, male = false;
  ActorIndex home = no_actor;
  std::vector<TermSource> terms;
  std::vector<MembershipSource> members;
  std::vector<CodeSource> codes;
};

class GazetteerBuilder {
 public:
  // REQUIRES a fresh id.
  ActorIndex add(ActorSource actor);
  // An actor may stand in several files: what they say adds up.
  void add_to(ActorIndex actor, std::vector<TermSource> terms, std::vector<MembershipSource> members,
              std::vector<CodeSource> codes);
  // `name` is split into tokens as texts are; one without words is left out.
  void add_name(std::string_view name, NameKind kind, ActorIndex actor);

  ActorIndex find_id(std::string_view id) const;
  const ActorSource& operator[](ActorIndex index) const { return actors_[index]; }

  // Fills `to` with what was added.
  void write(TableWriter* writer, Rows<Gazetteer> to) const;

 private:
  struct Node {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> children;  // word, node
    std::vector<NameRef> refs;
    bool small = false;
  };

  void write_actors(TableWriter* writer, Rows<Gazetteer> to) const;
  void write_persons(TableWriter* writer, Rows<Gazetteer> to) const;
  void write_offices(TableWriter* writer, Rows<Gazetteer> to) const;
  void write_names(TableWriter* writer, Rows<Gazetteer> to) const;
  void write_trie(TableWriter* writer, Rows<Gazetteer> to) const;

  std::vector<ActorSource> actors_;
  std::unordered_map<std::string, ActorIndex> by_id_;
  std::vector<std::string> words_;
  std::unordered_map<std::string, std::uint32_t> word_ids_;
  std::vector<Node> nodes_ = std::vector<Node>(1);
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;
};

}  // namespace demarche::rules

#endif
