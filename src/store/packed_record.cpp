#include "store/packed_record.h"

#include <bit>
#include <cmath>
#include <cstring>

namespace demarche::store {
namespace {

constexpr std::uint64_t kVersion = 1;
constexpr char kSeparator = '\x1f';
constexpr char kEscape = '\x1e';  // before what stands for itself inside a part: "_" is the separator
constexpr double kDecimals = 1e4;

void append_part(const std::string& part, std::string* out) {
  for (const char c : part) {
    if (c == kSeparator || c == kEscape) *out += kEscape;
    *out += c == kSeparator ? '_' : c;
  }
  *out += kSeparator;
}

void read_part(std::string_view part, std::string* out) {
  out->assign(part);
  for (std::size_t at = out->find(kEscape); at != std::string::npos; at = out->find(kEscape, at + 1)) {
    out->erase(at, 1);
    if (at < out->size() && (*out)[at] == '_') (*out)[at] = kSeparator;
  }
}

class Packer {
 public:
  Packer(Dictionary* words, std::uint32_t origin) : words_(*words), origin_(origin) {}

  void number(std::uint64_t n) {
    for (; n >= 0x80; n >>= 7) out_ += static_cast<char>(n | 0x80);
    out_ += static_cast<char>(n);
  }
  void signed_number(std::int64_t n) {
    number((static_cast<std::uint64_t>(n) << 1) ^ static_cast<std::uint64_t>(n >> 63));
  }
  void word(std::string_view w) { number(static_cast<std::uint64_t>(words_.key(w))); }

  void span(std::uint32_t start, std::uint32_t end) {
    signed_number(static_cast<std::int64_t>(start) - origin_);
    signed_number(static_cast<std::int64_t>(end) - start);
  }

  void decimal(double d) {
    const double scaled = std::round(d * kDecimals);
    if (scaled >= 0 && scaled < 1e15 && scaled / kDecimals == d && !std::signbit(d)) {
      return number(static_cast<std::uint64_t>(scaled) + 1);
    }
    number(0);
    const auto bits = std::bit_cast<std::uint64_t>(d);
    for (int i = 0; i < 8; ++i) out_ += static_cast<char>(bits >> (8 * i));
  }

  void entity(const Entity& e) {
    identity_.clear();
    for (const std::string* part : {&e.identifier_text, &e.identifier_id, &e.actor, &e.code, &e.sector, &e.office}) {
      append_part(*part, &identity_);
    }
    identity_ += static_cast<char>('0' + static_cast<int>(e.kind));
    word(identity_);
    word(e.entity_text);
    span(e.start, e.end);
  }

  void list(const std::vector<Entity>& entities) {
    number(entities.size());
    for (const Entity& e : entities) entity(e);
  }
  void list(const std::vector<std::string>& items) {
    number(items.size());
    for (const std::string& item : items) word(item);
  }

  std::string take() { return std::move(out_); }

 private:
  Dictionary& words_;
  std::int64_t origin_;
  std::string identity_;
  std::string out_;
};

// Reads the same layout. With a mention it fills it, with a list of keys it only collects words. After a fault all
// reading gives zeros; `ok()` tells.
class Unpacker {
 public:
  Unpacker(std::string_view bytes, Dictionary* words, std::uint32_t origin, std::vector<std::int64_t>* keys)
      : rest_(bytes), words_(words), origin_(origin), keys_(keys) {}

  std::uint64_t number() {
    std::uint64_t n = 0;
    for (int shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      n |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return n;
    }
    ok_ = false;
    rest_ = {};
    return 0;
  }
  std::int64_t signed_number() {
    const std::uint64_t n = number();
    return static_cast<std::int64_t>(n >> 1) ^ -static_cast<std::int64_t>(n & 1);
  }

  std::string_view word() {
    const auto key = static_cast<std::int64_t>(number());
    if (!ok_) return {};
    if (keys_ == nullptr) return words_->word(key);
    if (key != 0) keys_->push_back(key);
    return {};
  }

  void span(std::uint32_t* start, std::uint32_t* end) {
    *start = static_cast<std::uint32_t>(origin_ + signed_number());
    *end = static_cast<std::uint32_t>(*start + signed_number());
  }

  double decimal() {
    const std::uint64_t n = number();
    if (n != 0) return static_cast<double>(n - 1) / kDecimals;
    if (rest_.size() < 8) {
      ok_ = false;
      return 0;
    }
    std::uint64_t bits = 0;
    for (int i = 0; i < 8; ++i) {
      bits |= std::uint64_t{static_cast<unsigned char>(rest_[static_cast<std::size_t>(i)])} << (8 * i);
    }
    rest_.remove_prefix(8);
    return std::bit_cast<double>(bits);
  }

  Entity entity() {
    Entity e;
    std::string_view identity = word();
    if (keys_ == nullptr) {
      for (std::string* part : {&e.identifier_text, &e.identifier_id, &e.actor, &e.code, &e.sector, &e.office}) {
        const std::size_t end = identity.find(kSeparator);
        if (end == std::string_view::npos) {
          ok_ = false;
          return e;
        }
        read_part(identity.substr(0, end), part);
        identity.remove_prefix(end + 1);
      }
      const int kind = identity.empty() ? -1 : identity[0] - '0';
      ok_ = ok_ && kind >= 0 && kind <= static_cast<int>(Kind::other);
      e.kind = static_cast<Kind>(ok_ ? kind : 0);
    }
    e.entity_text = word();
    span(&e.start, &e.end);
    return e;
  }

  // No list can have more items than there are bytes left.
  std::size_t count() {
    const std::uint64_t n = number();
    ok_ = ok_ && n <= rest_.size();
    return ok_ ? static_cast<std::size_t>(n) : 0;
  }

  void list(std::vector<Entity>* out) {
    for (std::size_t n = count(); n > 0 && ok_; --n) out->push_back(entity());
  }
  void list(std::vector<std::string>* out) {
    for (std::size_t n = count(); n > 0 && ok_; --n) out->emplace_back(word());
  }

  void refuse() { ok_ = false; }
  bool ok() const { return ok_; }
  bool done() const { return ok_ && rest_.empty(); }

 private:
  std::string_view rest_;
  Dictionary* words_;
  std::int64_t origin_;
  std::vector<std::int64_t>* keys_;
  bool ok_ = true;
};

void read_fields(Unpacker* in, Mention* m) {
  if (in->number() != kVersion) return in->refuse();
  const std::uint64_t flags = in->number();
  const std::uint64_t precision = in->number();
  if (precision > static_cast<std::uint64_t>(DatePrecision::document)) return in->refuse();
  m->reciprocal = (flags & 1) != 0;
  m->turn = (flags & 8) != 0 ? Turn::postponed : (flags & 16) != 0 ? Turn::cancelled : Turn::none;
  m->date_precision = static_cast<DatePrecision>(precision);
  for (std::string* field : {&m->enddate, &m->date_text, &m->plover, &m->mode, &m->rule, &m->event_text}) {
    *field = in->word();
  }
  in->span(&m->event_start, &m->event_end);
  m->quad_code = static_cast<int>(in->signed_number());
  m->event_scale = in->decimal();
  m->confidence = in->decimal();
  in->list(&m->actor);
  in->list(&m->recipient);
  in->list(&m->topic);
  in->list(&m->context);
  if ((flags & 2) != 0) {
    Attribution& said = m->attribution.emplace();
    said.source = in->entity();
    said.verb = in->word();
  }
  if ((flags & 4) != 0) {
    Location& at = m->event_loc.emplace();
    for (std::string* field : {&at.extracted_place, &at.resolved_place, &at.country, &at.geonameid}) {
      *field = in->word();
    }
  }
  if ((flags & 32) != 0) m->turn_date = in->word();
}

}  // namespace

std::string pack_record(const Mention& m, Dictionary* words) {
  Packer out(words, m.start);
  out.number(kVersion);
  out.number((m.reciprocal ? 1U : 0U) | (m.attribution ? 2U : 0U) | (m.event_loc ? 4U : 0U) |
             (m.turn == Turn::postponed ? 8U : 0U) | (m.turn == Turn::cancelled ? 16U : 0U) |
             (m.turn_date.empty() ? 0U : 32U));
  out.number(static_cast<std::uint64_t>(m.date_precision));
  for (const std::string* field : {&m.enddate, &m.date_text, &m.plover, &m.mode, &m.rule, &m.event_text}) {
    out.word(*field);
  }
  out.span(m.event_start, m.event_end);
  out.signed_number(m.quad_code);
  out.decimal(m.event_scale);
  out.decimal(m.confidence);
  out.list(m.actor);
  out.list(m.recipient);
  out.list(m.topic);
  out.list(m.context);
  if (m.attribution) {
    out.entity(m.attribution->source);
    out.word(m.attribution->verb);
  }
  if (m.event_loc) {
    const Location& at = *m.event_loc;
    for (const std::string* field : {&at.extracted_place, &at.resolved_place, &at.country, &at.geonameid}) {
      out.word(*field);
    }
  }
  if (!m.turn_date.empty()) out.word(m.turn_date);
  return out.take();
}

bool unpack_record(std::string_view bytes, Dictionary* words, Mention* mention) {
  Unpacker in(bytes, words, mention->start, nullptr);
  read_fields(&in, mention);
  return in.done();
}

bool words_of_record(std::string_view bytes, std::vector<std::int64_t>* keys) {
  Unpacker in(bytes, nullptr, 0, keys);
  Mention unused;
  read_fields(&in, &unused);
  return in.done();
}

}  // namespace demarche::store
