// Records with every key drawn at random, within the rules of the contract.
#pragma once

#include <random>

#include "models/record.h"

namespace donthu {

Record RandomRecord(std::mt19937& rng);

}  // namespace donthu
