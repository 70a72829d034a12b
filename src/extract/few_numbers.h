// Few numbers, most often one: kept without memory of their own.
#ifndef DEMARCHE_EXTRACT_FEW_NUMBERS_H
#define DEMARCHE_EXTRACT_FEW_NUMBERS_H

#include <boost/container/small_vector.hpp>
#include <cstdint>

namespace demarche::extract {

using FewNumbers = boost::container::small_vector<std::uint32_t, 2>;

}  // namespace demarche::extract

#endif
