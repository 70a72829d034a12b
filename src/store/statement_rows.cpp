#include "store/statement_rows.h"

#include <algorithm>

#include "store/row_reader.h"

namespace demarche::store {
namespace {

// Bytes.
constexpr std::size_t kUsualRow = 512;
constexpr std::size_t kMostReserved = std::size_t{65} << 20;

}  // namespace

bool StatementRows::fetch(std::span<const std::int64_t> keys, std::size_t most_bytes) {
  clear();
  rows_.reserve(keys.size());
  // Asked for whole, a buffer takes memory only as it fills; growing it would copy all, into twice as much.
  if (keys.size() > 1) bytes_.reserve(std::min({most_bytes, kMostReserved, keys.size() * kUsualRow}));
  SentenceTexts texts(&db_);
  Statement& row = db_.statement(DEMARCHE_MENTION_COLUMNS DEMARCHE_MENTION_TABLES "WHERE m.key = ?");
  // The statements of one document stand together.
  std::int64_t document = -1;
  for (const std::int64_t key : keys) {
    row.start(key);
    if (!row.next()) throw Failure{{Cause::failed, db_.path() + ": damaged; see demarche verify"}};
    if (row.integer(0) != document) add_document(document = row.integer(0));
    const MentionRow m = mention_row(row, &texts);
    rows_.push_back({keep<7>({m.id, m.date, m.event, m.action, m.status, m.record, m.text}), m.sequence, m.start, m.end,
                     static_cast<std::uint32_t>(documents_.size() - 1)});
    row.next();
    if (keys.size() > 1 && bytes_.size() > most_bytes) {
      clear();
      return false;
    }
  }
  return true;
}

Mention StatementRows::mention(std::size_t place) const {
  const Row& row = rows_[place];
  MentionRow m;
  const auto texts = kept(row.texts);
  m.id = texts[0], m.date = texts[1], m.event = texts[2], m.action = texts[3];
  m.status = texts[4], m.record = texts[5], m.text = texts[6];
  m.sequence = row.sequence, m.start = row.start, m.end = row.end;
  Mention mention = read_mention(m, db_, &words_);
  const auto document = kept(documents_[row.document]);
  mention.doc = document[0];
  mention.title = document[1];
  mention.url = document[2];
  mention.publication = document[3];
  mention.language = document[4];
  return mention;
}

void StatementRows::add_document(std::int64_t key) {
  Statement& row = db_.statement("SELECT id, title, url, publication, language FROM documents WHERE key = ?");
  row.start(key);
  if (!row.next()) throw Failure{{Cause::failed, db_.path() + ": damaged; see demarche verify"}};
  documents_.push_back(keep<5>({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4)}));
  row.next();
}

void StatementRows::clear() {
  bytes_.clear();
  rows_.clear();
  documents_.clear();
}

template <std::size_t N>
StatementRows::Texts<N> StatementRows::keep(const std::array<std::string_view, N>& texts) {
  Texts<N> place;
  place.at = bytes_.size();
  for (std::size_t i = 0; i < N; ++i) {
    place.length[i] = static_cast<std::uint32_t>(texts[i].size());
    bytes_.append(texts[i]);
  }
  return place;
}

template <std::size_t N>
std::array<std::string_view, N> StatementRows::kept(const Texts<N>& texts) const {
  std::array<std::string_view, N> out;
  std::size_t at = texts.at;
  for (std::size_t i = 0; i < N; ++i) {
    out[i] = std::string_view(bytes_).substr(at, texts.length[i]);
    at += texts.length[i];
  }
  return out;
}

}  // namespace demarche::store
