#include "extract/confidence.h"

#include <algorithm>
#include <cmath>

namespace demarche::extract {

double confidence(const ConfidenceCues& c) {
  constexpr double usual_rule = 0.9;
  constexpr double short_sentence = 34, long_step = 34, far_step = 100, most = 1.5;
  double z = 2.3 + 1.2 * std::log(std::max(c.rule, 0.01) / usual_rule);
  z -= 1.63 * c.third_plural + 0.35 * c.pronouns + 0.31 * c.unknown;
  z -= 0.76 * c.several + 0.91 * c.lone + 0.59 * c.not_actual + 0.62 * c.asked + 0.32 * c.reported;
  z += 0.29 * c.consult;
  z -= 0.66 * std::min(c.distance / far_step, most);
  z -= 0.98 * std::clamp((c.tokens - short_sentence) / long_step, 0.0, most);
  const double p = 1 / (1 + std::exp(-z));
  return std::clamp(std::floor(p * 100 + 0.5) / 100, 0.05, 0.99);
}

}  // namespace demarche::extract
