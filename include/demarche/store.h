// The store: one SQLite file that holds documents, mentions, actors and interactions. It is the master copy of a graph.
//
// A document is committed whole or not at all. Documents are known by content hash: putting an unchanged one again does
// nothing, a changed one replaces its mentions. Readers never block.
//
// Thread safety: one Store object belongs to one thread; several processes may open the same file.
#ifndef DEMARCHE_STORE_H
#define DEMARCHE_STORE_H

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "demarche/document.h"
#include "demarche/error.h"
#include "demarche/graph.h"
#include "demarche/mention.h"

namespace demarche {

class GraphStream;

// A document as a store keeps it, with all that was read from it.
struct StoredDocument {
  Source source;
  std::string hash;                 // of text, metadata and rule pack: which version of the document it is
  std::string text_hash;            // of the text alone
  std::optional<std::string> text;  // none where only offsets are kept; the mentions then have no sentence
  std::vector<Mention> mentions;
};

// A document of which only statements are left: from a graph or from records. Its hash is that of what is left, so that
// the same statements are the same version, wherever they come from.
StoredDocument stored_document(Source source, std::vector<Mention> mentions);

// All documents of a graph, in the order of their ids, until `take` fails.
Result<Done> each_document(Graph graph, const std::function<Result<Done>(StoredDocument&&)>& take);

// Which interactions are loaded; empty conditions do not restrict. The dates and actors of a question narrow what is
// read, the question itself then looks closer.
struct Scope {
  std::string since, until;    // ISO days; undated interactions come along
  std::vector<Status> status;  // any of
  double min_confidence = 0;
  std::vector<std::vector<std::string>> parties;           // of each, one of these actors (ids) takes part
  std::vector<std::pair<std::string, std::string>> pairs;  // both of one of these pairs (ids) take part
  // Of one of these types, or with one of these actions or a kind of it ("threaten": "threaten with force").
  std::vector<std::string> events, actions;
  std::vector<std::string> interactions;  // only those with one of these ids, whatever the rest says
  bool tours = true;                      // also visits to states alone, or to nobody: no talks
  bool evidence = true;                   // with mentions and sources
  // With the affiliations of all actors; without `evidence` the sentences that prove those of the parties come along.
  bool offices = false;
  // Much is read by mapping the file: sooner from a cold disk, but what is mapped counts as memory of the program.
  bool mapped = true;
};

// A part of a list of interactions, the undated ones last.
struct Listed {
  std::vector<std::string> interactions;  // ids
  // Of the whole list: all; those without a day; of these, those that the dates of their documents date.
  std::uint64_t total = 0, undated = 0, dated_by_documents = 0;
};

// The interactions of a store that most reports tell of.
struct BestTold {
  std::vector<std::string> interactions;  // ids, sorted
  std::uint64_t among = 0;                // of so many
};

class Store {
 public:
  enum class Mode { read, write };  // write creates the file where it is missing

  // ":memory:" opens a store that lives as long as the object. Fails (Cause::failed) with one line that names the path:
  // missing file, not a SQLite file, newer schema, folder, no permission.
  static Result<Store> open(const std::string& path, Mode mode);

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // True when a document of this id and content (text, metadata, rule pack) is in the store already.
  Result<bool> has(const Document& document, const std::string& pack_hash) const;

  // Inserts or replaces the document with its mentions, in one transaction. `copy_of` is the id of a document that says
  // the same and comes first (src/text/shingles.h): this one then need not be read and comes without mentions.
  Result<Done> put(const Document& document, const std::vector<Mention>& mentions, const std::string& pack_hash,
                   const std::string& copy_of = "");

  // Whether put() and add() keep texts and sentences, as they do at first, or only offsets into them.
  void keep_texts(bool keep);

  // Deletes the documents and their mentions, all or none; merge() then retracts what rested on them alone. Each is
  // named by id or by URL. Fails for one that is unknown.
  Result<Done> remove(const std::vector<std::string>& documents);

  // What add() did. Of two versions of one document that with the greater hash is kept, so that adding is commutative.
  enum class Added { fresh, known, replaced, outdated };
  Result<Added> add(const StoredDocument& document);

  // Every document in the order of ids, as of one moment, until `take` returns false.
  Result<Done> each(const std::function<bool(StoredDocument&&)>& take) const;

  // Gives a document that was stored without its text the text back. False when there is no such document, it has its
  // text, or the text is not the one that was read.
  Result<bool> rehydrate(const Document& document);

  // How many documents are kept without their text.
  Result<std::uint64_t> without_text() const;

  // What is wrong with the store, one line a fault, empty when it is whole: SQLite's own check, rows without parents,
  // offsets that do not fit the text, the full-text index, actors and interactions that are not those of the mentions.
  Result<std::vector<std::string>> verify() const;

  // Merges, gives the room of deleted rows back and puts the log into the file. Waits for other writers.
  Result<Done> compact();

  // Groups many put() calls into one transaction; commit() ends it. Without begin(), each put() commits itself. A put()
  // that fails leaves nothing of its document; one that fails for a full disk may take the whole group with it. Waits
  // for another writer, up to half a minute.
  Result<Done> begin();
  Result<Done> commit();

  // Documents that nobody has read, because they were copies of one that has been removed or has changed since; without
  // their text where it is not kept. To be read and put(). REQUIRES that merge() was called last.
  Result<std::vector<Document>> unread() const;

  // Rebuilds actors and interactions from the mentions, and deletes those of copies: the first report speaks for them.
  // Called once at the end of a build; does nothing when nothing has changed since the last time.
  Result<Done> merge();

  // The whole graph, merged, also when merge() has not been called since the last put().
  Result<Graph> load() const;

  // The whole graph row by row, as it is now; in memory are its actors, and eight bytes for each id. A store that is
  // not merged is merged in memory. The stream must not outlive the store.
  Result<std::unique_ptr<GraphStream>> stream() const;

  // All actors and nothing else; everything where the store is not merged yet.
  Result<Graph> load_actors() const;

  // Adds to what load_actors() gave the interactions within the scope with what proves them, sorted as in a whole
  // graph. The newest source is there in any case.
  Result<Graph> load(Graph actors, const Scope& scope) const;

  // What load() would read of the scope: how many interactions, and of their list, newest first and then by id, those
  // from `offset` on, `limit` at most. REQUIRES all actors. Nothing where the store is not
  // merged, as for best_told().
  Result<Listed> newest(const Graph& actors, const Scope& scope, std::size_t offset, std::size_t limit) const;

  // Of the interactions that still tell something when only the chosen actors are left (by their places in
  // load_actors()), the `most` with the most independent reports; of equal ones the surer, then the newer.
  // None where the store is not merged: load_actors() gives everything then.
  Result<BestTold> best_told(const std::vector<bool>& chosen, std::size_t most) const;

  // The interactions within the scope (without its parties) as pairs of actors, by their places in load_actors().
  Result<std::vector<Dealing>> dealings(const Scope& scope) const;

  // The text of a document; fails for an unknown id.
  Result<std::string> text(const std::string& document_id) const;

  struct Counts {
    std::uint64_t documents = 0, mentions = 0, actors = 0, interactions = 0;
  };
  Result<Counts> counts() const;

 private:
  struct Rep;
  explicit Store(std::unique_ptr<Rep> rep);
  std::unique_ptr<Rep> rep_;
};

}  // namespace demarche

#endif
