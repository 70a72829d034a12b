#include "extract/confidence.h"

#include <doctest/doctest.h>

using demarche::extract::confidence;
using demarche::extract::ConfidenceCues;

namespace {

ConfidenceCues plain() {
  ConfidenceCues c;
  c.rule = 0.9;
  c.distance = 10;
  c.tokens = 15;
  return c;
}

}  // namespace

TEST_CASE("each cue of a doubtful record lowers the confidence") {
  const double sure = confidence(plain());
  CHECK_EQ(sure, 0.90);
  const auto with = [](auto change) {
    ConfidenceCues c = plain();
    change(&c);
    return confidence(c);
  };
  CHECK_LT(with([](ConfidenceCues* c) { c->rule = 0.6; }), sure);
  CHECK_LT(with([](ConfidenceCues* c) { c->pronouns = 1; }), sure);
  CHECK_LT(with([](ConfidenceCues* c) { c->unknown = 1; }), sure);
  CHECK_LT(with([](ConfidenceCues* c) { c->several = true; }), sure);
  CHECK_LT(with([](ConfidenceCues* c) { c->lone = true; }), sure);
  CHECK_LT(with([](ConfidenceCues* c) { c->not_actual = true; }), sure);
  CHECK_LT(with([](ConfidenceCues* c) { c->asked = true; }), sure);
  CHECK_LT(with([](ConfidenceCues* c) { c->reported = true; }), sure);
  CHECK_LT(with([](ConfidenceCues* c) { c->distance = 120; }), sure);
  CHECK_LT(with([](ConfidenceCues* c) { c->tokens = 60; }), sure);
  CHECK_GT(with([](ConfidenceCues* c) { c->consult = true; }), sure);
  // "they" more than "he".
  CHECK_LT(with([](ConfidenceCues* c) { c->third_plural = 1; }), with([](ConfidenceCues* c) { c->pronouns = 1; }));
}

TEST_CASE("confidence stays within its bounds, whatever the cues") {
  ConfidenceCues worst = plain();
  worst.rule = 0;
  worst.third_plural = 2;
  worst.unknown = 2;
  worst.several = worst.lone = worst.not_actual = worst.asked = worst.reported = true;
  worst.distance = worst.tokens = 4000000000u;
  CHECK_EQ(confidence(worst), 0.05);
  ConfidenceCues best;
  best.rule = 1e9;
  best.consult = true;
  CHECK_EQ(confidence(best), 0.99);
}
