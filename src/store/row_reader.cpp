#include "store/row_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "store/packed_record.h"

namespace demarche::store {

Source read_source(const Statement& row, int at) {
  Source s;
  s.id = row.text(at);
  s.title = row.text(at + 1);
  s.date = row.text(at + 2);
  s.url = row.text(at + 3);
  s.publication = row.text(at + 4);
  s.language = row.text(at + 5);
  s.fingerprint = static_cast<std::uint64_t>(row.integer(at + 6));
  s.signature = row.bytes(at + 7);
  s.copy_of = row.text(at + 8);
  return s;
}

void complete(const Source& source, Mention* m) {
  m->doc = source.id;
  m->title = source.title;
  m->url = source.url;
  m->publication = source.publication;
  m->language = source.language;
}

std::string_view SentenceTexts::find(std::int64_t document, std::uint32_t start, std::uint32_t end) {
  if (document != document_) read(document);
  const std::size_t from = offsets_->to_bytes(start);
  return std::string_view(text_).substr(from, std::max(offsets_->to_bytes(end), from) - from);
}

void SentenceTexts::read(std::int64_t document) {
  document_ = document;
  Statement& row = db_.statement("SELECT text FROM texts WHERE document = ?");
  row.start(document);
  text_.clear();
  if (row.next()) {
    text_ = row.text(0);
    row.next();
  }
  offsets_.emplace(text_);
}

MentionRow mention_row(const Statement& row, SentenceTexts* texts) {
  MentionRow m;
  m.id = row.text(1);
  m.date = row.text(2);
  m.event = row.text(3);
  m.action = row.text(4);
  m.status = row.text(5);
  m.record = row.bytes(6);
  m.sequence = static_cast<std::uint32_t>(row.integer(7));
  m.start = static_cast<std::uint32_t>(row.integer(8));
  m.end = static_cast<std::uint32_t>(row.integer(9));
  m.text = row.is_null(10) ? texts->find(row.integer(0), m.start, m.end) : row.text(10);
  return m;
}

Mention read_mention(const MentionRow& row, const Database& db, Dictionary* words) {
  Mention m;
  m.id = row.id;
  m.date = row.date;
  m.event = row.event;
  m.action = row.action;
  parse_status(row.status, &m.status);
  m.sequence = row.sequence;
  m.start = row.start;
  m.end = row.end;
  m.text = row.text;
  if (!unpack_record(row.record, words, &m)) {
    throw Failure{{Cause::failed, fmt::format("{}: damaged (record of mention {}); build it again from its documents",
                                              db.path(), m.id)}};
  }
  return m;
}

Mention read_mention(const Statement& row, Database* db, Dictionary* words, SentenceTexts* texts) {
  return read_mention(mention_row(row, texts), *db, words);
}

Failure missing(std::string_view what, std::int64_t key, const Database& db) {
  return {
      {Cause::failed, fmt::format("{}: damaged (no {} {}); build it again from its documents", db.path(), what, key)}};
}

std::size_t actor_place(std::int64_t key, std::size_t actors, const Database& db) {
  if (key >= 1 && static_cast<std::uint64_t>(key) <= actors) return static_cast<std::size_t>(key - 1);
  throw missing("actor", key, db);
}

Interaction read_interaction(const Statement& row) {
  Interaction i;
  i.id = row.text(1);
  i.event = row.text(2);
  i.mode = row.text(3);
  i.action = row.text(4);
  i.reciprocal = row.integer(5) != 0;
  parse_status(row.text(6), &i.status);
  i.date = row.text(7);
  i.enddate = row.text(8);
  parse_precision(row.text(9), &i.date_precision);
  i.place = row.text(10);
  i.part_of = row.text(11);
  i.reports = static_cast<std::uint32_t>(row.integer(12));
  i.independent = static_cast<std::uint32_t>(row.integer(13));
  i.confidence = row.real(14);
  i.event_scale = row.real(15);
  i.quad_code = static_cast<int>(row.integer(16));
  return i;
}

}  // namespace demarche::store
