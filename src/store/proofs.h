// What proves each interaction, read in the order of interactions. Statements are fetched many at once: in the order of
// interactions each would be a page of the file.
//
// Thread safety: belongs to the thread of its Database.
#ifndef DEMARCHE_STORE_PROOFS_H
#define DEMARCHE_STORE_PROOFS_H

#include <cstddef>
#include <cstdint>
#include <vector>

#include "demarche/mention.h"
#include "store/dictionary.h"
#include "store/sqlite.h"
#include "store/statement_rows.h"

namespace demarche::store {

// All functions throw Failure.
class Proofs {
 public:
  // Without mentions only keys are read. `at_once` statements are held, more only for one interaction that has more;
  // fewer where their texts take over 64 MiB.
  Proofs(Database* db, Dictionary* words, bool with_mentions, std::size_t at_once = 200'000);

  // Calls visit(key of the mention, its place for mention()) for each. Interactions only grow.
  template <typename Visit>
  void of(std::int64_t interaction, Visit visit) {
    // The proofs of an interaction are never apart: after one of them, the end of what is held is the end of them.
    for (bool met = false; at_ < end_ || (!met && fetch()); ++at_) {
      const Proof& proof = proofs_[at_];
      if (proof.interaction > interaction) return;
      met = proof.interaction == interaction;
      if (met) visit(proof.mention, proof.row);
    }
  }

  // REQUIRES that mentions were asked for; until of() is called for another interaction.
  Mention mention(std::size_t place) const { return statements_.mention(place); }

 private:
  struct Proof {
    std::int64_t interaction, mention;  // keys
    std::size_t row;                    // place in statements_
  };

  bool fetch();
  bool fetch_statements();
  std::size_t whole_interactions(std::size_t most) const;

  Statement& rows_;
  bool more_;
  StatementRows statements_;
  const bool with_mentions_;
  std::size_t at_once_;
  std::vector<Proof> proofs_;  // from the first that was held at the last fetch
  std::size_t at_ = 0;         // the next
  std::size_t end_ = 0;        // of those whose statements are held
};

}  // namespace demarche::store

#endif
