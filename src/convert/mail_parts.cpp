#include <gmime/gmime.h>

#include <memory>

#include "convert/parts.h"

namespace demarche::convert {
namespace {

struct Unreference {
  void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using Held = std::unique_ptr<T, Unreference>;

std::string string_of(const char* s) { return s == nullptr ? "" : s; }

struct Found {
  std::string text, html;
};

// The bytes of a part as they are once its transfer encoding is undone.
std::string bytes_of(GMimeTextPart* part) {
  GMimeDataWrapper* const content = g_mime_part_get_content(GMIME_PART(part));
  if (content == nullptr) return "";
  const Held<GMimeStream> memory(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, memory.get());
  const GByteArray* const bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

// Many old mails hold bytes above 127 and do not say what they mean, or say that there are none: not UTF-8, they are
// Windows-1252, of which Latin-1 is a part.
std::string text_of(GMimeTextPart* part) {
  const char* const charset = g_mime_text_part_get_charset(part);
  if (charset == nullptr || g_ascii_strcasecmp(charset, "us-ascii") == 0) {
    const std::string bytes = bytes_of(part);
    if (g_utf8_validate(bytes.data(), static_cast<gssize>(bytes.size()), nullptr)) return bytes;
    char fallback[] = "?";
    char* const converted = g_convert_with_fallback(bytes.data(), static_cast<gssize>(bytes.size()), "UTF-8",
                                                    "WINDOWS-1252", fallback, nullptr, nullptr, nullptr);
    const std::string out = string_of(converted);
    g_free(converted);
    if (!out.empty()) return out;
  }
  char* const text = g_mime_text_part_get_text(part);
  const std::string out = string_of(text);
  g_free(text);
  return out;
}

extern "C" void look_at_part(GMimeObject*, GMimeObject* part, void* data) {
  auto* const found = static_cast<Found*>(data);
  if (!GMIME_IS_TEXT_PART(part)) return;
  const char* const disposition = g_mime_object_get_disposition(part);
  if (disposition != nullptr && g_ascii_strcasecmp(disposition, "attachment") == 0) return;
  GMimeContentType* const type = g_mime_object_get_content_type(part);
  const bool html = g_mime_content_type_is_type(type, "text", "html");
  std::string* const out = html ? &found->html : &found->text;
  if (!out->empty() || (!html && !g_mime_content_type_is_type(type, "text", "plain"))) return;
  *out = text_of(GMIME_TEXT_PART(part));
}

// The day as the sender's clock had it; the zone is kept for it.
std::string date_of(GMimeMessage* message) {
  GDateTime* const date = g_mime_message_get_date(message);
  if (date == nullptr) return "";
  char* const day = g_date_time_format(date, "%Y-%m-%d");
  const std::string out = string_of(day);
  g_free(day);
  return out;
}

// "The Meridian Wire" of '"The Meridian Wire" <news@example.org>', else the address.
std::string sender_of(GMimeMessage* message) {
  InternetAddressList* const senders = g_mime_message_get_from(message);
  if (senders == nullptr || internet_address_list_length(senders) == 0) return "";
  InternetAddress* const first = internet_address_list_get_address(senders, 0);
  const std::string name = string_of(internet_address_get_name(first));
  if (!name.empty() || !INTERNET_ADDRESS_IS_MAILBOX(first)) return name;
  return string_of(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first)));
}

}  // namespace

nlohmann::json parts_of_mail(const std::string& bytes) {
  static const bool started = (g_mime_init(), true);
  static_cast<void>(started);
  const Held<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Held<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Held<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (message == nullptr) return {{"fault", "broken mail"}};
  Found found;
  g_mime_message_foreach(message.get(), look_at_part, &found);
  return {{"subject", string_of(g_mime_message_get_subject(message.get()))},
          {"date", date_of(message.get())},
          {"sender", sender_of(message.get())},
          {"id", string_of(g_mime_message_get_message_id(message.get()))},
          {"text", found.text},
          {"html", found.html}};
}

}  // namespace demarche::convert
