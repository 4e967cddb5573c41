#include "tests/bench/quality_pages.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "pipeline/unique_fd.h"
#include "samples/rng.h"
#include "samples/write_samples.h"
#include "stages/load/load.h"
#include "stages/normalize/normalize.h"
#include "tests/bench/page_texts.h"

namespace donthu::bench {
namespace {

namespace fs = std::filesystem;
using samples::AnyOf;
using samples::CaptureKind;
using samples::Condition;
using samples::InkKind;
using samples::PaperKind;
using samples::Rng;
using samples::SampleLetter;
using samples::StampKind;
using Letters = std::vector<SampleLetter>;

constexpr int kMostHeadingWords = 16;

// Conditions come one at a time in `kConditions`; life mixes them.
Condition Mixed(Rng rng) {
  constexpr std::array<CaptureKind, 7> kMachines = {
      CaptureKind::kFlatGray,  CaptureKind::kFlatColour,    CaptureKind::kFax,
      CaptureKind::kCoarseFax, CaptureKind::kLowResolution, CaptureKind::kPhoto,
      CaptureKind::kSkewed};
  Condition mixed{"mixed"};
  mixed.ink = rng.Chance(0.3) ? InkKind::kTyped : InkKind::kPrinted;
  mixed.stamp = rng.Chance(0.4) ? StampKind::kSeals : StampKind::kNone;
  mixed.paper = rng.Chance(0.5) ? PaperKind::kOld : PaperKind::kWhite;
  mixed.capture = AnyOf(kMachines, rng);
  return mixed;
}

Condition ConditionOf(int number, const Rng& rng) {
  constexpr int kAll = static_cast<int>(samples::kConditions.size());
  constexpr int kMixedOnes = 4;
  const int place = number % (kAll + kMixedOnes);
  if (place >= kAll) return Mixed(rng.Fork("mixed"));
  return samples::kConditions[static_cast<std::size_t>(place)];
}

Letters HalfOf(const Letters& letters, Half half) {
  Letters chosen;
  for (std::size_t i = half == Half::kFitted ? 0 : 1; i < letters.size();
       i += 2) {
    chosen.push_back(letters[i]);
  }
  return chosen;
}

UniqueFd InMemory(const std::string& bytes) {
  UniqueFd file(memfd_create("page", MFD_CLOEXEC));
  std::size_t done = 0;
  while (file && done < bytes.size()) {
    const auto put =
        ::write(file.get(), bytes.data() + done, bytes.size() - done);
    if (put <= 0) return UniqueFd();
    done += static_cast<std::size_t>(put);
  }
  return file;
}

// Each page of an open file that has a truth.
Status TakePages(int descriptor, const std::string& set,
                 const std::string& name, const PageTexts& truth, Told told,
                 const TakePage& take) {
  const Load load{LoadLimits()};
  const auto document = load.Open(descriptor);
  if (!document) return Fail(document.error());
  for (const auto& [number, text] : truth) {
    const int page = std::max(number, 1);
    auto scan = load.Run({**document, page});
    if (!scan) return Fail(scan.error());
    const Status taken = take(
        {set, name + " " + std::to_string(page), std::move(*scan), text, told});
    if (!taken) return taken;
  }
  return Done{};
}

const SampleLetter& AnySuited(const Letters& letters,
                              const Condition& condition, Rng& rng) {
  std::vector<const SampleLetter*> suited;
  for (const SampleLetter& letter : letters) {
    if (samples::FitOf(condition, letter) == samples::Fit::kSuits) {
      suited.push_back(&letter);
    }
  }
  return *AnyOf(suited, rng);
}

Status ScannedFile(const fs::path& file, const PageTexts& truth,
                   const std::string& set, Told told, const TakePage& take) {
  const UniqueFd open(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!open) {
    return Fail(ErrorCode::kFileUnreadable, file.string(),
                "The scan cannot be opened.");
  }
  return TakePages(open.get(), set, file.stem().string(), truth, told, take);
}

std::vector<fs::path> FilesOf(const fs::path& folder,
                              std::string_view extension) {
  std::vector<fs::path> files;
  std::error_code gone;
  for (const auto& entry : fs::directory_iterator(folder, gone)) {
    if (entry.path().extension() == extension) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

Status LawPages(const fs::path& folder, const TakePage& take) {
  PageTexts truth;
  for (const fs::path& page : FilesOf(folder / "gt", ".txt")) {
    const std::string name = page.filename().string();
    const std::size_t digits = name.find_first_of("0123456789");
    if (digits == std::string::npos) continue;
    truth[std::stoi(name.substr(digits))] = ReadText(page).value_or("");
  }
  return ScannedFile(folder / "law_khieu_nai.pdf", truth, "law", Told::kWhole,
                     take);
}

Status OfficePages(const fs::path& folder, const TakePage& take) {
  for (const fs::path& file : FilesOf(folder, ".pdf")) {
    fs::path truth = file;
    truth.replace_extension(".gt.txt");
    const Status read =
        ScannedFile(file, {{kWholeDocument, ReadText(truth).value_or("")}},
                    "offices", Told::kWhole, take);
    if (!read) return read;
  }
  return Done{};
}

Status PagesByOthers(const fs::path& folder, const TakePage& take) {
  const auto lines = ReadText(folder / "truth.jsonl");
  const auto tree = TextsOfTruth(lines.value_or(""));
  if (!tree) return Fail(tree.error());
  for (const auto& [file, truth] : *tree) {
    const Status read = ScannedFile(folder / file, truth, "drawn_by_others",
                                    Told::kWithoutHeading, take);
    if (!read) return read;
  }
  return Done{};
}

}  // namespace

Result<ErrorCount> ErrorsOf(const QualityPage& page, const PageText& text) {
  const auto letter = Normalize().Run({{1, text}});
  if (!letter) return Fail(letter.error());
  ErrorCount errors = CompareTexts(page.truth, letter->text).characters;
  if (page.told == Told::kWhole) return errors;
  std::string_view rest = letter->text;
  for (int i = 0; i < kMostHeadingWords; ++i) {
    const std::size_t end = rest.find_first_of(" \n");
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
    const ErrorCount without = CompareTexts(page.truth, rest).characters;
    if (without.errors < errors.errors) errors = without;
  }
  return errors;
}

Status DrawnLetter(const SampleLetter& letter, const Condition& condition,
                   std::uint64_t seed, const TakePage& take) {
  const auto drawn =
      samples::DrawFile({&letter, &condition, seed, std::nullopt, {}});
  if (!drawn) return Fail(drawn.error());
  const auto truth = TextsOfTruth(drawn->truth);
  if (!truth) return Fail(truth.error());
  const PageTexts& pages = truth->begin()->second;
  return TakePages(InMemory(drawn->bytes).get(), std::string(condition.name),
                   letter.id, pages, Told::kWhole, take);
}

Status DrawnPages(const fs::path& letters, Half half, int count,
                  std::uint64_t seed, const TakePage& take) {
  const auto all = samples::ReadLetters(letters);
  if (!all) return Fail(all.error());
  const Letters chosen = HalfOf(*all, half);
  const Rng root(seed);
  for (int i = 0; i < count; ++i) {
    Rng rng = root.Fork(std::to_string(i));
    const Condition condition = ConditionOf(i, rng);
    const SampleLetter& letter = AnySuited(chosen, condition, rng);
    const Status drawn = DrawnLetter(letter, condition, rng.Next(), take);
    if (!drawn) return drawn;
  }
  return Done{};
}

Status ScannedPages(const fs::path& data, const TakePage& take) {
  Status read = LawPages(data / "scans" / "law_khieu_nai", take);
  if (read) read = OfficePages(data / "scans" / "offices", take);
  if (read) read = PagesByOthers(data / "scans" / "drawn_by_others", take);
  return read;
}

}  // namespace donthu::bench
