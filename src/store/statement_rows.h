// Many statements at once, kept as the bytes of their rows: a fifth of the size of mentions, so that five times as many
// can be fetched together, and in the order of the file, which is several times faster than any other order.
//
// Thread safety: belongs to the thread of its Database.
#ifndef DEMARCHE_STORE_STATEMENT_ROWS_H
#define DEMARCHE_STORE_STATEMENT_ROWS_H

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/mention.h"
#include "store/dictionary.h"
#include "store/sqlite.h"

namespace demarche::store {

// All functions throw Failure.
class StatementRows {
 public:
  StatementRows(Database* db, Dictionary* words) : db_(*db), words_(*words) {}

  // Puts these in place of what it holds. `keys` ascend, and every one must be in the store. False, and nothing held,
  // when there are several and they take more than `most_bytes`.
  bool fetch(std::span<const std::int64_t> keys, std::size_t most_bytes);

  // The statement of keys[place], with what its document gives it.
  Mention mention(std::size_t place) const;

 private:
  // Texts that stand one after the other in `bytes_`.
  template <std::size_t N>
  struct Texts {
    std::size_t at = 0;
    std::array<std::uint32_t, N> length{};
  };
  struct Row {
    Texts<7> texts;  // of a MentionRow
    std::uint32_t sequence = 0, start = 0, end = 0;
    std::uint32_t document = 0;  // place in documents_
  };
  using Document = Texts<5>;  // id, title, url, publication, language

  template <std::size_t N>
  Texts<N> keep(const std::array<std::string_view, N>& texts);
  template <std::size_t N>
  std::array<std::string_view, N> kept(const Texts<N>& texts) const;
  void add_document(std::int64_t key);
  void clear();

  Database& db_;
  Dictionary& words_;
  std::string bytes_;
  std::vector<Row> rows_;
  std::vector<Document> documents_;
};

}  // namespace demarche::store

#endif
