// Cuts CSV and TSV into rows of fields.
#ifndef DEMARCHE_INGEST_CSV_ROWS_H
#define DEMARCHE_INGEST_CSV_ROWS_H

#include <cstddef>
#include <string>
#include <vector>

#include "ingest/input.h"

namespace demarche::ingesting {

// Fields in double quotes may hold marks, line ends and doubled quotes. In TSV, which often knows no quotes, a field
// that begins with one is quoted only when the field ends with the next one; else its quotes are part of it. Borrows
// the input. Linear in its size; holds one row of at most `limit` bytes and one block.
class CsvRows {
 public:
  CsvRows(Input* input, char mark, std::size_t limit) : input_(*input), mark_(mark), limit_(limit) {}

  // `open_quote`: the input ends within quotes.
  enum class Got { row, too_long, open_quote, end };

  // The next row that is not empty.
  Got next(std::vector<std::string>* fields);

 private:
  bool peek(char* c);
  // REQUIRES the bytes that were read last.
  void put_back(const std::string& bytes);

  Input& input_;
  const char mark_;
  const std::size_t limit_;
  std::string_view block_;
  std::size_t at_ = 0;
  std::string again_;  // bytes that are read again before the block goes on
};

}  // namespace demarche::ingesting

#endif
