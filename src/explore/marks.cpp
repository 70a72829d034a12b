#include "explore/marks.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "text/utf8.h"

namespace demarche::exploring {
namespace {

class Sentence {
 public:
  explicit Sentence(const Mention& mention) : text_(mention.text), start_(mention.start), offsets_(mention.text) {}

  // Adds the mark if these words stand at this offset of the document and nothing is marked there.
  bool mark(std::string_view words, std::uint32_t at, Mark::Role role) {
    if (words.empty() || at < start_) return false;
    const std::size_t byte = offsets_.to_bytes(at - start_);
    return text_.substr(std::min(byte, text_.size()), words.size()) == words && mark_bytes(byte, words.size(), role);
  }

  bool search(std::string_view words, Mark::Role role) {
    const std::size_t byte = words.empty() ? std::string_view::npos : text_.find(words);
    return byte != std::string_view::npos && mark_bytes(byte, words.size(), role);
  }

  std::vector<Mark> sorted() && {
    std::sort(marks_.begin(), marks_.end(), [](const Mark& a, const Mark& b) { return a.start < b.start; });
    return std::move(marks_);
  }

 private:
  bool mark_bytes(std::size_t byte, std::size_t length, Mark::Role role) {
    const std::uint32_t start = utf16_length(text_.substr(0, byte));
    const Mark mark{start, start + utf16_length(text_.substr(byte, length)), role};
    const auto overlaps = [&](const Mark& other) { return mark.start < other.end && other.start < mark.end; };
    if (std::any_of(marks_.begin(), marks_.end(), overlaps)) return false;
    marks_.push_back(mark);
    return true;
  }

  static std::uint32_t utf16_length(std::string_view text) {
    std::uint32_t units = 0;
    std::size_t length = 1;
    for (std::size_t i = 0; i < text.size(); i += length) units += text::decode(text, i, &length) > 0xFFFF ? 2 : 1;
    return units;
  }

  std::string_view text_;
  std::uint32_t start_;
  text::OffsetMap offsets_;
  std::vector<Mark> marks_;
};

}  // namespace

std::vector<Mark> marks_of(const Mention& mention) {
  if (!text::is_valid_utf8(mention.text)) return {};
  Sentence sentence(mention);
  if (!sentence.mark(mention.event_text, mention.event_start, Mark::Role::trigger)) {
    sentence.search(mention.event_text, Mark::Role::trigger);
  }
  for (const Entity& entity : mention.actor) sentence.mark(entity.entity_text, entity.start, Mark::Role::actor);
  for (const Entity& entity : mention.recipient) sentence.mark(entity.entity_text, entity.start, Mark::Role::recipient);
  return std::move(sentence).sorted();
}

}  // namespace demarche::exploring
