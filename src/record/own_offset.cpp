#include <algorithm>

#include "demarche/document.h"

namespace demarche {

std::uint32_t to_own_offset(const std::vector<OffsetShift>& shifts, std::uint32_t offset) {
  const auto after = std::upper_bound(shifts.begin(), shifts.end(), offset,
                                      [](std::uint32_t x, const OffsetShift& shift) { return x < shift.at; });
  if (after == shifts.begin()) return offset;
  const OffsetShift& last = *(after - 1);
  return last.own + (offset - last.at);
}

std::uint32_t from_own_offset(const std::vector<OffsetShift>& shifts, std::uint32_t offset) {
  const auto after = std::upper_bound(shifts.begin(), shifts.end(), offset,
                                      [](std::uint32_t x, const OffsetShift& shift) { return x < shift.own; });
  const OffsetShift last = after == shifts.begin() ? OffsetShift{} : *(after - 1);
  const std::uint32_t here = last.at + (offset - last.own);
  // The next shift ends a character; inside of it, its start.
  return after == shifts.end() || here < after->at ? here : after->at - 1;
}

}  // namespace demarche
