// Documents to store, a folder to store them in, and the logical content of a store to compare.
#ifndef DEMARCHE_TESTS_STORE_FIXTURE_H
#define DEMARCHE_TESTS_STORE_FIXTURE_H

#include <unistd.h>

#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "demarche/store.h"
#include "graph/random_statements.h"
#include "store/sqlite.h"

namespace demarche::test {

// A folder of its own for each test, removed afterwards.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "demarche-store-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

struct Stored {
  Document document;
  std::vector<Mention> mentions;
};

// Every field of the record is set in some mention.
inline void enrich(std::uint32_t i, const Document& document, Mention* m) {
  m->date_text = "on Thursday “morning”";
  m->event_text = "spoke\twith";
  m->event_start = i;
  m->event_end = i + 5;
  m->mode = i % 3 == 0 ? "phone" : "";
  m->rule = "consult.call." + std::to_string(i % 4);
  m->quad_code = 1;
  m->event_scale = 2.5;
  m->confidence = 0.1 + static_cast<double>(i % 7) / 9;
  m->context = {"diplomatic"};
  m->actor[0].sector = "GOV";
  if (i % 4 == 0) m->attribution = Attribution{entity("Crowley@USA"), "say"};
  if (i % 5 == 0) m->event_loc = Location{"Genève", "Geneva", "CHE", "2660646"};
  if (i % 6 == 0) m->text += " Davutoğlu said \"no\".";
  m->title = document.title;
  m->url = document.url;
  m->publication = document.publication;
  m->language = document.language;
}

inline std::vector<Stored> random_documents(unsigned seed) {
  std::mt19937 random(seed);
  std::vector<Stored> out;
  std::uint32_t number = 0;
  for (const auto& told : by_document(random_statements(&random))) {
    Stored& s = out.emplace_back();
    s.document.id = told.front().source.id;
    s.document.date = told.front().source.date;
    s.document.title = "Title of " + s.document.id;
    s.document.url = number % 2 == 0 ? "https://example.org/" + s.document.id : "";
    s.document.publication = "The Paper";
    s.document.language = "en";
    s.document.text = "Text of document " + s.document.id + ", çedilla.";
    for (const Told& t : told) {
      s.mentions.push_back(t.mention);
      enrich(number++, s.document, &s.mentions.back());
    }
  }
  return out;
}

inline Graph graph_of(const std::vector<Stored>& documents) {
  GraphBuilder builder;
  for (const Stored& s : documents) builder.add(s.document, s.mentions);
  return std::move(builder).finish();
}

// All rows of all tables in a form without internal keys.
inline std::string logical_content(const std::string& path) {
  store::Database db(path, store::Database::Mode::read, 1000);
  std::string out;
  for (const char* sql :
       {"SELECT d.id, d.hash || ' ' || d.text_hash, t.text FROM documents d JOIN texts t ON t.document = d.key ORDER "
        "BY 1",
        "SELECT d.id, s.sequence || ' ' || s.start || ' ' || s.stop, x.text FROM sentences s JOIN documents d ON d.key "
        "= s.document JOIN sentence_texts x ON x.key = s.key ORDER BY 1, 2, 3",
        "SELECT id, document || ' ' || coalesce(date, '') || ' ' || status, event || ' ' || action FROM v_mentions "
        "ORDER BY 1",
        "SELECT id, name, kind || ' ' || coalesce(code, '') FROM actors ORDER BY 1",
        "SELECT i.id, p.role, a.id FROM participants p JOIN interactions i ON i.key = p.interaction JOIN actors a ON "
        "a.key = p.actor ORDER BY 1, 2, 3",
        "SELECT i.id, m.id, '' FROM evidence e JOIN interactions i ON i.key = e.interaction JOIN mentions m ON m.key = "
        "e.mention ORDER BY 1, 2",
        "SELECT i.id, h.step || h.status, m.id FROM history h JOIN interactions i ON i.key = h.interaction JOIN "
        "mentions m "
        "ON m.key = h.mention ORDER BY 1, 2",
        "SELECT name, value, '' FROM state ORDER BY 1"}) {
    store::Statement& rows = db.statement(sql);
    for (rows.start(); rows.next();) {
      out += std::string(rows.text(0)) + '|' + std::string(rows.text(1)) + '|' + std::string(rows.text(2)) + '\n';
    }
  }
  Result<Store> whole = Store::open(path, Store::Mode::read);
  if (whole.ok()) out += dump(*whole->load());
  return out;
}

}  // namespace demarche::test

#endif
