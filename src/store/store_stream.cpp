#include "store/store_stream.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "store/id_table.h"
#include "store/row_reader.h"
#include "store/rows.h"

namespace demarche::store {
namespace {

// Statements of as many interactions as are held at once: fetching them in the order of the file is several times
// faster than in the order of interactions. About a kilobyte each.
constexpr std::size_t kStatementsAtOnce = 30000;
constexpr std::size_t kInteractionsAtOnce = 30000;

// One table that stands beside the interactions, read in their order.
class Beside {
 public:
  Beside(Database* db, std::string_view sql) : rows_(db->statement(sql)) {
    rows_.start();
    more_ = rows_.next();
  }

  // Visits the rows of this interaction. Keys only grow.
  template <typename Visit>
  void of(std::int64_t interaction, Visit visit) {
    for (; more_ && rows_.integer(0) <= interaction; more_ = rows_.next()) {
      if (rows_.integer(0) == interaction) visit(std::as_const(rows_));
    }
  }

 private:
  Statement& rows_;
  bool more_;
};

// The document of the statement that was read last: those of one document stand together.
class LastSource {
 public:
  explicit LastSource(Database* db) : db_(*db) {}

  const Source& of(std::int64_t document) {
    if (document == document_) return source_;
    Statement& row = db_.statement("SELECT " DEMARCHE_SOURCE_COLUMNS " FROM documents d WHERE d.key = ?");
    row.start(document);
    if (row.next()) {
      source_ = read_source(row, 0);
      row.next();
    }
    document_ = document;
    return source_;
  }

 private:
  Database& db_;
  std::int64_t document_ = -1;
  Source source_;
};

// Some interactions, and what proves them.
struct Chunk {
  struct Proof {
    std::int64_t mention;     // key
    std::size_t interaction;  // place in the chunk
  };
  std::vector<Interaction> interactions;
  std::vector<Proof> proofs;
};

class InteractionCursor {
 public:
  InteractionCursor(Database* db, const std::vector<Actor>& actors, const IdTable& mention_ids)
      : actors_(actors),
        mention_ids_(mention_ids),
        rows_(db->statement(DEMARCHE_INTERACTION_COLUMNS " FROM interactions i ORDER BY i.key")),
        participants_(db, "SELECT interaction, role, actor FROM participants ORDER BY interaction, role, actor"),
        topics_(db, "SELECT interaction, topic FROM topics ORDER BY interaction, rank"),
        contexts_(db, "SELECT interaction, context FROM contexts ORDER BY interaction, context"),
        history_(db, "SELECT interaction, status, said, mention FROM history ORDER BY interaction, step"),
        evidence_(db, "SELECT interaction, mention FROM evidence ORDER BY interaction") {
    rows_.start();
  }

  // False when there are no more.
  bool next(Chunk* chunk) {
    chunk->interactions.clear();
    chunk->proofs.clear();
    // A statement that has come to its end would start over.
    while (more_ && chunk->interactions.size() < kInteractionsAtOnce && chunk->proofs.size() < kStatementsAtOnce) {
      more_ = rows_.next();
      if (!more_) break;
      const std::int64_t key = rows_.integer(0);
      chunk->interactions.push_back(read_interaction(rows_));
      fill(key, chunk);
    }
    return !chunk->interactions.empty();
  }

 private:
  void fill(std::int64_t key, Chunk* chunk) {
    Interaction& i = chunk->interactions.back();
    participants_.of(key, [&](const Statement& row) {
      const std::string& id = actors_.at(static_cast<std::size_t>(row.integer(2) - 1)).id;
      (row.text(1) == "actor" ? i.actor : i.recipient).push_back(id);
    });
    topics_.of(key, [&](const Statement& row) { i.topic.emplace_back(row.text(1)); });
    contexts_.of(key, [&](const Statement& row) { i.context.emplace_back(row.text(1)); });
    history_.of(key, [&](const Statement& row) {
      StatusStep& step = i.history.emplace_back();
      parse_status(row.text(1), &step.status);
      step.said = row.text(2);
      step.mention = mention_ids_.id(row.integer(3));
    });
    evidence_.of(key, [&](const Statement& row) {
      i.mentions.push_back(mention_ids_.id(row.integer(1)));
      chunk->proofs.push_back({row.integer(1), chunk->interactions.size() - 1});
    });
    std::sort(i.mentions.begin(), i.mentions.end());
  }

  const std::vector<Actor>& actors_;
  const IdTable& mention_ids_;
  Statement& rows_;
  bool more_ = true;
  Beside participants_, topics_, contexts_, history_, evidence_;
};

class StoreStream : public GraphStream {
 public:
  StoreStream(Database* db, Dictionary* words)
      : db_(*db),
        words_(*words),
        snapshot_(db),
        actors_(stored_actors(db).actors),
        affiliations_(stored_affiliations(db, actors_, true)),
        mention_ids_(db, "SELECT key, id FROM mentions", ""),
        interaction_ids_(db, "SELECT key, id FROM interactions", "i.") {}

  Counts counts() const override {
    const auto count = [this](std::string_view sql) { return static_cast<std::uint64_t>(db_.number(sql)); };
    return {actors_.size(), count("SELECT count(*) FROM interactions"), count("SELECT count(*) FROM mentions"),
            count("SELECT count(*) FROM documents")};
  }

  const std::vector<Actor>& actors() const override { return actors_; }
  const std::vector<Affiliation>& affiliations() const override { return affiliations_; }

  Result<Done> each_interaction(bool with_evidence, const VisitInteraction& visit) const override {
    return guarded([&] {
      InteractionCursor cursor(&db_, actors_, mention_ids_);
      for (Chunk chunk; cursor.next(&chunk);) visit_chunk(&chunk, with_evidence, visit);
    });
  }

  Result<Done> each_mention(const std::function<void(const Told&)>& visit) const override {
    return guarded([&] {
      words_.read_all();
      SentenceTexts texts(&db_);
      Statement& documents = db_.statement("SELECT " DEMARCHE_SOURCE_COLUMNS ", d.key FROM documents d ORDER BY d.id");
      for (documents.start(); documents.next();) {
        const Source source = read_source(documents, 0);
        visit_document(source, documents.integer(source_columns), &texts, visit);
      }
    });
  }

  Result<Done> each_source(const std::function<void(const Source&)>& visit) const override {
    return guarded([&] {
      Statement& rows = db_.statement("SELECT " DEMARCHE_SOURCE_COLUMNS " FROM documents d ORDER BY d.id");
      for (rows.start(); rows.next();) visit(read_source(rows, 0));
    });
  }

 private:
  template <typename Work>
  static Result<Done> guarded(Work&& work) {
    try {
      work();
      return Done{};
    } catch (const Failure& failure) {
      return failure.error;
    }
  }

  void visit_chunk(Chunk* chunk, bool with_evidence, const VisitInteraction& visit) const {
    std::vector<std::vector<const Mention*>> evidence(chunk->interactions.size());
    std::vector<Mention> mentions;
    if (with_evidence) {
      mentions = fetch(chunk);
      for (std::size_t i = 0; i < mentions.size(); ++i) {
        evidence[chunk->proofs[i].interaction].push_back(&mentions[i]);
      }
    }
    for (std::size_t i = 0; i < chunk->interactions.size(); ++i) {
      std::sort(evidence[i].begin(), evidence[i].end(),
                [](const Mention* a, const Mention* b) { return a->id < b->id; });
      visit(chunk->interactions[i], evidence[i]);
    }
  }

  // One a proof, in the order that the proofs have then: that of the file.
  std::vector<Mention> fetch(Chunk* chunk) const {
    std::sort(chunk->proofs.begin(), chunk->proofs.end(),
              [](const Chunk::Proof& a, const Chunk::Proof& b) { return a.mention < b.mention; });
    words_.read_all();
    std::vector<Mention> mentions;
    mentions.reserve(chunk->proofs.size());
    SentenceTexts texts(&db_);
    LastSource source(&db_);
    Statement& row = db_.statement(DEMARCHE_MENTION_COLUMNS DEMARCHE_MENTION_TABLES "WHERE m.key = ?");
    for (const Chunk::Proof& proof : chunk->proofs) {
      row.start(proof.mention);
      if (!row.next()) throw Failure{{Cause::failed, db_.path() + ": damaged; see demarche verify"}};
      mentions.push_back(read_mention(row, &db_, &words_, &texts));
      complete(source.of(row.integer(0)), &mentions.back());
      row.next();
    }
    return mentions;
  }

  void visit_document(const Source& source, std::int64_t key, SentenceTexts* texts,
                      const std::function<void(const Told&)>& visit) const {
    struct Row {
      Mention mention;
      std::string interaction;
    };
    std::vector<Row> told;
    Statement& rows =
        db_.statement(DEMARCHE_MENTION_COLUMNS ", e.interaction" DEMARCHE_MENTION_TABLES
                                               "LEFT JOIN evidence e ON e.mention = m.key WHERE s.document = ?");
    for (rows.start(key); rows.next();) {
      Row& row = told.emplace_back();
      row.mention = read_mention(rows, &db_, &words_, texts);
      complete(source, &row.mention);
      if (!rows.is_null(11)) row.interaction = interaction_ids_.id(rows.integer(11));
    }
    std::sort(told.begin(), told.end(), [](const Row& a, const Row& b) {
      const Mention &x = a.mention, &y = b.mention;
      return std::tie(x.sequence, x.event_start, x.id) < std::tie(y.sequence, y.event_start, y.id);
    });
    for (const Row& row : told) visit({row.mention, &source, row.interaction});
  }

  Database& db_;
  Dictionary& words_;
  const Snapshot snapshot_;
  const std::vector<Actor> actors_;
  const std::vector<Affiliation> affiliations_;
  const IdTable mention_ids_, interaction_ids_;
};

}  // namespace

std::unique_ptr<GraphStream> stream(Database* db, Dictionary* words) {
  // Many short look-ups: the two megabytes that SQLite takes by itself would be read again and again.
  db->run("PRAGMA cache_size = -32768");
  return std::make_unique<StoreStream>(db, words);
}

}  // namespace demarche::store
