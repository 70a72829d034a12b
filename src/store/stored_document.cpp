#include <unordered_map>
#include <utility>

#include "demarche/export.h"
#include "demarche/store.h"
#include "text/hash.h"

namespace demarche {

StoredDocument stored_document(Source source, std::vector<Mention> mentions) {
  text::StableHash hash;
  for (const std::string* field : {&source.title, &source.date, &source.url, &source.publication, &source.language}) {
    hash.add(*field);
  }
  std::string record;
  for (const Mention& mention : mentions) {
    record.clear();
    write_record(mention, &record);
    hash.add(record);
  }
  StoredDocument document;
  document.hash = hash.hex();
  document.source = std::move(source);
  document.mentions = std::move(mentions);
  return document;
}

Result<Done> each_document(Graph graph, const std::function<Result<Done>(StoredDocument&&)>& take) {
  std::unordered_map<std::string, std::vector<Mention>> mentions;
  for (Mention& mention : graph.mentions) mentions[mention.doc].push_back(std::move(mention));
  for (Source& source : graph.sources) {
    std::vector<Mention> own = std::move(mentions[source.id]);
    if (auto taken = take(stored_document(std::move(source), std::move(own))); !taken) return taken;
  }
  return Done{};
}

}  // namespace demarche
