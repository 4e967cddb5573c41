// What results depend on: the names under which they are kept and stated.
#pragma once

#include <string>
#include <string_view>

#include "models/record.h"
#include "pipeline/config.h"
#include "pipeline/process/worker.h"

namespace donthu {

// as_of is the batch's and stays empty.
Provenance ProvenanceOf(const WorkerFacts& facts, const Config& config);

// What the reading of a page depends on beside its pixels: program, engine,
// model, libraries, settings; one "part=value" a line.
std::string PageKeyParts(const WorkerFacts& facts);

// What the letters of a source depend on beside its pages, names and batch:
// what the pages depend on, how the file is parted, and the models, tables and
// configuration of the stages after recognition.
std::string LetterKeyParts(const WorkerFacts& facts,
                           const Provenance& provenance,
                           const SplitOptions& split);

// Whether letters made with parts `before` have the text and the fields that
// `now` would give: whatever differs is of the stages after extract.
bool FieldsStand(std::string_view before, std::string_view now);

// 32 hex digits.
std::string KeyOf(std::string_view parts);

// "classifier, config": the names of the parts that differ.
std::string ChangedParts(std::string_view before, std::string_view now);

}  // namespace donthu
