#include "rules/table_writer.h"

#include <doctest/doctest.h>

#include <cstring>
#include <random>

using namespace demarche::rules;

namespace {

struct Leaf {
  TableString key;
  std::uint32_t value;
};

struct Root {
  TableString title;
  TableString nothing;
  TableList<TableString> words;
  TableList<std::uint32_t> numbers;
  TableMap<Leaf> leaves;
};

struct Map {
  TableMap<Leaf> leaves;
};

TableBytes write_sample() {
  TableWriter writer;
  const auto root = writer.allocate<Root>(1);
  writer.put(&writer.row(root).title, "title");
  const auto words = writer.strings({"one", "", "title", "zwölf"});
  const auto numbers = writer.values(std::vector<std::uint32_t>{7, 8, 9});
  const auto leaves = writer.allocate<Leaf>(2);
  writer.put(&writer.row(leaves, 0).key, "a");
  writer.row(leaves, 0).value = 1;
  writer.put(&writer.row(leaves, 1).key, "b");
  writer.row(leaves, 1).value = 2;
  const auto slots = writer.slots({"a", "b"});
  Root& r = writer.row(root);
  writer.put(&r.words, words);
  writer.put(&r.numbers, numbers, 1, 2);
  writer.put(&r.leaves, slots, leaves);
  return writer.finish(root);
}

}  // namespace

TEST_CASE("what was put is read, wherever the bytes lie") {
  const TableBytes bytes = write_sample();
  const auto moved = std::make_unique<char[]>(bytes.size);
  std::memcpy(moved.get(), bytes.data.get(), bytes.size);
  for (const char* at : {bytes.data.get(), moved.get()}) {
    const Root& r = *table_root<Root>(at);
    CHECK(r.title == "title");
    CHECK(r.nothing.empty());
    CHECK(r.nothing == "");
    REQUIRE(r.words.size() == 4);
    CHECK(r.words[0] == "one");
    CHECK(r.words[1] == "");
    CHECK(r.words[2] == r.title);
    CHECK(r.words[3] == "zwölf");
    REQUIRE(r.numbers.size() == 2);
    CHECK(r.numbers[0] == 8);
    CHECK(r.numbers[1] == 9);
    REQUIRE(r.leaves.find("b") != nullptr);
    CHECK(r.leaves.find("b")->value == 2);
    CHECK(r.leaves.number(r.leaves.find("b")) == 1);
    CHECK(r.leaves.find("c") == nullptr);
    CHECK(r.leaves.find("") == nullptr);
  }
}

TEST_CASE("equal strings are stored once") {
  TableWriter one, two;
  const auto a = one.allocate<Root>(1), b = two.allocate<Root>(1);
  one.put(&one.row(a).title, "a string of some length");
  two.put(&two.row(b).title, "a string of some length");
  two.put(&two.row(b).nothing, "a string of some length");
  CHECK(one.finish(a).size == two.finish(b).size);
}

TEST_CASE("zero bytes are empty") {
  TableWriter writer;
  const TableBytes bytes = writer.finish(writer.allocate<Root>(1));
  const Root& r = *table_root<Root>(bytes.data.get());
  CHECK(r.title.empty());
  CHECK(r.words.empty());
  CHECK(r.words.begin() == r.words.end());
  CHECK(r.leaves.find("a") == nullptr);
}

TEST_CASE("the header tells size and kind") {
  const TableBytes bytes = write_sample();
  const auto* header = reinterpret_cast<const TableHeader*>(bytes.data.get());
  CHECK(header->size == bytes.size);
  CHECK(std::memcmp(header->magic, table_magic, sizeof table_magic) == 0);
}

TEST_CASE("a map finds each of many keys, and nothing else") {
  std::mt19937 random(3);
  for (const std::size_t count : {0u, 1u, 2u, 3u, 64u, 5000u}) {
    TableWriter writer;
    const auto root = writer.allocate<Map>(1);
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < count; ++i) keys.push_back(std::to_string(i) + "." + std::to_string(random()));
    const auto rows = writer.allocate<Leaf>(count);
    for (std::size_t i = 0; i < count; ++i) {
      writer.put(&writer.row(rows, i).key, keys[i]);
      writer.row(rows, i).value = static_cast<std::uint32_t>(i);
    }
    const auto slots = writer.slots({keys.begin(), keys.end()});
    writer.put(&writer.row(root).leaves, slots, rows);
    const TableBytes bytes = writer.finish(root);
    const Map& map = *table_root<Map>(bytes.data.get());
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const Leaf* leaf = map.leaves.find(keys[i]);
      wrong += !leaf || leaf->value != i;
      wrong += map.leaves.find(keys[i] + "x") != nullptr;
    }
    CHECK(wrong == 0);
    CHECK(map.leaves.find("absent") == nullptr);
  }
}
