#include "store/store_stream.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

#include "store/id_table.h"
#include "store/proofs.h"
#include "store/row_reader.h"
#include "store/rows.h"

namespace demarche::store {
namespace {

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

class InteractionCursor {
 public:
  InteractionCursor(Database* db, const std::vector<Actor>& actors, const IdTable& mention_ids, Proofs* proofs)
      : db_(*db),
        actors_(actors),
        mention_ids_(mention_ids),
        proofs_(*proofs),
        rows_(db->statement(DEMARCHE_INTERACTION_COLUMNS " FROM interactions i ORDER BY i.key")),
        participants_(db, "SELECT interaction, role, actor FROM participants ORDER BY interaction, role, actor"),
        topics_(db, "SELECT interaction, topic FROM topics ORDER BY interaction, rank"),
        contexts_(db, "SELECT interaction, context FROM contexts ORDER BY interaction, context"),
        history_(db, "SELECT interaction, status, said, mention FROM history ORDER BY interaction, step") {
    rows_.start();
  }

  // False when there are no more. `places` are those of Proofs, by the ids of their mentions.
  bool next(Interaction* interaction, std::vector<std::size_t>* places) {
    if (!rows_.next()) return false;
    const std::int64_t key = rows_.integer(0);
    *interaction = read_interaction(rows_);
    fill(key, interaction);
    add_evidence(key, interaction, places);
    return true;
  }

 private:
  void fill(std::int64_t key, Interaction* i) {
    participants_.of(key, [&](const Statement& row) {
      const std::string& id = actors_[actor_place(row.integer(2), actors_.size(), db_)].id;
      (row.text(1) == "actor" ? i->actor : i->recipient).push_back(id);
    });
    topics_.of(key, [&](const Statement& row) { i->topic.emplace_back(row.text(1)); });
    contexts_.of(key, [&](const Statement& row) { i->context.emplace_back(row.text(1)); });
    history_.of(key, [&](const Statement& row) {
      StatusStep& step = i->history.emplace_back();
      parse_step(row.text(1), &step);
      step.said = row.text(2);
      step.mention = mention_ids_.id(row.integer(3));
    });
  }

  void add_evidence(std::int64_t key, Interaction* i, std::vector<std::size_t>* places) {
    by_id_.clear();
    proofs_.of(key,
               [&](std::int64_t mention, std::size_t place) { by_id_.emplace_back(mention_ids_.id(mention), place); });
    std::sort(by_id_.begin(), by_id_.end());
    places->clear();
    for (auto& [id, place] : by_id_) {
      i->mentions.push_back(std::move(id));
      places->push_back(place);
    }
  }

  const Database& db_;
  const std::vector<Actor>& actors_;
  const IdTable& mention_ids_;
  Proofs& proofs_;
  Statement& rows_;
  Beside participants_, topics_, contexts_, history_;
  std::vector<std::pair<std::string, std::size_t>> by_id_;
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
      if (with_evidence) words_.read_all();
      Proofs proofs(&db_, &words_, with_evidence);
      InteractionCursor cursor(&db_, actors_, mention_ids_, &proofs);
      Interaction interaction;
      std::vector<std::size_t> places;
      std::vector<Mention> mentions;
      std::vector<const Mention*> evidence;
      while (cursor.next(&interaction, &places)) {
        mentions.clear();
        evidence.clear();
        if (with_evidence) {
          for (const std::size_t place : places) mentions.push_back(proofs.mention(place));
        }
        for (const Mention& mention : mentions) evidence.push_back(&mention);
        visit(interaction, evidence);
      }
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

  Result<Done> each_loose_mention(const std::function<void(const Mention&)>& visit) const override {
    return guarded([&] {
      words_.read_all();
      const std::vector<Loose> loose = loose_mentions();
      SentenceTexts texts(&db_);
      Statement& row = db_.statement(DEMARCHE_MENTION_COLUMNS DEMARCHE_MENTION_TABLES "WHERE m.key = ?");
      Statement& documents = db_.statement("SELECT " DEMARCHE_SOURCE_COLUMNS ", d.key FROM documents d ORDER BY d.id");
      for (documents.start(); documents.next();) {
        const std::int64_t document = documents.integer(source_columns);
        // Not std::ranges::equal_range: clang 14, which builds the fuzzers, cannot take the library's.
        const auto first = std::ranges::lower_bound(loose, document, {}, &Loose::document);
        const auto last = std::ranges::upper_bound(loose, document, {}, &Loose::document);
        if (first == last) continue;
        const Source source = read_source(documents, 0);
        std::vector<ToldRow> told;
        for (auto at = first; at != last; ++at) {
          for (row.start(at->mention); row.next();) told.push_back({told_mention(row, source, &texts), ""});
        }
        sort_as_told(&told);
        for (const ToldRow& one : told) visit(one.mention);
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

  struct ToldRow {
    Mention mention;
    std::string interaction;
  };

  Mention told_mention(const Statement& row, const Source& source, SentenceTexts* texts) const {
    Mention mention = read_mention(row, &db_, &words_, texts);
    complete(source, &mention);
    return mention;
  }

  static void sort_as_told(std::vector<ToldRow>* told) {
    std::sort(told->begin(), told->end(), [](const ToldRow& a, const ToldRow& b) {
      const Mention &x = a.mention, &y = b.mention;
      return std::tie(x.sequence, x.event_start, x.id) < std::tie(y.sequence, y.event_start, y.id);
    });
  }

  void visit_document(const Source& source, std::int64_t key, SentenceTexts* texts,
                      const std::function<void(const Told&)>& visit) const {
    std::vector<ToldRow> told;
    Statement& rows =
        db_.statement(DEMARCHE_MENTION_COLUMNS ", e.interaction" DEMARCHE_MENTION_TABLES
                                               "LEFT JOIN evidence e ON e.mention = m.key WHERE s.document = ?");
    for (rows.start(key); rows.next();) {
      ToldRow& row = told.emplace_back();
      row.mention = told_mention(rows, source, texts);
      if (!rows.is_null(11)) row.interaction = interaction_ids_.id(rows.integer(11));
    }
    sort_as_told(&told);
    for (const ToldRow& row : told) visit({row.mention, &source, row.interaction});
  }

  // Keys of a statement without interaction and of its document.
  struct Loose {
    std::int64_t document, mention;
  };

  // By document.
  std::vector<Loose> loose_mentions() const {
    std::vector<Loose> loose;
    Statement& rows = db_.statement(
        "SELECT s.document, m.key FROM mentions m JOIN sentences s ON s.key = m.sentence "
        "WHERE NOT EXISTS (SELECT 1 FROM evidence e WHERE e.mention = m.key)");
    for (rows.start(); rows.next();) loose.push_back({rows.integer(0), rows.integer(1)});
    std::ranges::sort(loose, {}, &Loose::document);
    return loose;
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
  // Many short look-ups: the two megabytes that SQLite takes by itself would be read again and again. A file that is
  // mapped would be in memory whole at the end.
  db->run("PRAGMA cache_size = -32768; PRAGMA mmap_size = 0");
  return std::make_unique<StoreStream>(db, words);
}

}  // namespace demarche::store
