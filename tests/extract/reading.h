// A text read by the cascade up to coreference, for the tests of its stages.
#ifndef DEMARCHE_TESTS_EXTRACT_READING_H
#define DEMARCHE_TESTS_EXTRACT_READING_H

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "demarche/document.h"
#include "demarche/pack.h"
#include "extract/analysis.h"
#include "extract/mentions.h"
#include "rules/pack_data.h"

namespace demarche::test {

// The built-in pack, loaded once.
inline const Pack& pack() {
  static const Pack loaded = [] {
    Result<Pack> p = Pack::load();
    if (!p) throw std::runtime_error(p.error().message);
    return std::move(p).value();
  }();
  return loaded;
}

inline Document document(std::string text, std::string date = "2020-01-15") {
  Document d;
  d.id = "test";
  d.text = std::move(text);
  d.date = std::move(date);
  return d;
}

class Reading {
 public:
  explicit Reading(Document d)
      : document_(std::move(d)),
        words_(tables()),
        offices_(tables()),
        analysis_(pack().rep(), &words_, &pool_, &offices_, document_) {
    analysis_.run();
  }
  explicit Reading(std::string text, std::string date = "2020-01-15")
      : Reading(document(std::move(text), std::move(date))) {}
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  static const rules::PackTables& tables() { return *pack().rep().tables; }
  const extract::Analysis& analysis() const { return analysis_; }
  std::span<const extract::Sentence> sentences() const { return analysis_.sentences(); }
  std::string_view text() const { return analysis_.text(); }

  std::string words(const extract::Sentence& s, std::uint32_t first, std::uint32_t last) const {
    return extract::words_of(text(), s, first, last);
  }

  // Who a mention stands for: "Angela Merkel & Emmanuel Macron"; "?" when nobody is known.
  std::string names(const extract::ActorMention& m) const {
    std::string out;
    for (const std::uint32_t e : m.entities)
      out += (out.empty() ? "" : " & ") + analysis_.coreference().entities()[e].name;
    return out.empty() ? "?" : out;
  }

 private:
  Document document_;
  extract::Words words_;
  extract::SentencePool pool_;
  extract::OfficePhrases offices_;
  extract::Analysis analysis_;
};

}  // namespace demarche::test

#endif
