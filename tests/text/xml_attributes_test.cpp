#include "text/xml_attributes.h"

#include <doctest/doctest.h>

#include <string>

namespace demarche::text {
namespace {

TEST_CASE("the most attributes of one element") {
  struct Row {
    const char* xml;
    std::size_t most;
  };
  const Row rows[] = {
      {"", 0},
      {"no element = \"a\"", 0},
      {"<rss>", 0},
      {"<rss a=\"1\">", 1},
      {"<rss a=\"1\" b='2' />", 2},
      {"<rss\na = \"1\"\tb\n=\n'>'>c=\"1\" d=\"2\"", 2},
      {"<a b=\"1\"/><a b=\"1\" c=\"2\" d=\"3\"><a>", 3},
      {"<a b=\"1\" c=\"<x d='1'>", 1},  // no "<" in a value: what stands behind it is another element
      {"<a b=\"1\" c d=\"2\">", 1},     // an attribute without a value ends them
      {"<a b=\"1\"c=\"2\">", 2},
      {"<![CDATA[<a b=\"1\" c=\"2\">]]>", 2},
  };
  for (const Row& row : rows) {
    CAPTURE(row.xml);
    CHECK(most_xml_attributes(row.xml, 100) == row.most);
  }
  std::string many = "<rss ";
  for (int i = 0; i < 200; ++i) many += "a=\"1\" ";
  CHECK(most_xml_attributes(many, 100) == 100);
}

}  // namespace
}  // namespace demarche::text
