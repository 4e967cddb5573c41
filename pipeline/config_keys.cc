#include "pipeline/config_keys.h"

namespace donthu {
namespace {

std::vector<Key> OfficeKeys() {
  return {
      {"office", "name", "the office that receives the letters",
       TextKey{[](Config& c) -> std::string& { return c.office.name; }}},
      {"office", "aliases", "other names under which letters address it",
       ListKey{[](Config& c) -> std::vector<std::string>& {
         return c.office.aliases;
       }}},
      {"office", "level", "\"xa\", \"tinh\" or \"bo\"; empty: unknown",
       LevelKey{}},
      {"office", "province", "province of the office",
       TextKey{[](Config& c) -> std::string& { return c.office.province; }}},
  };
}

std::vector<Key> LimitKeys() {
  const auto whole = [](int Limits::*member, int least, int most) {
    return IntKey{[member](Config& c) -> int& { return c.limits.*member; },
                  least, most};
  };
  return {
      {"limits", "max_pages", "pages of one file",
       whole(&Limits::max_pages, 1, 100'000)},
      {"limits", "max_megapixels", "pixels of one page, in millions",
       whole(&Limits::max_megapixels, 1, 2000)},
      {"limits", "max_file_mb", "size of one file, in MiB",
       whole(&Limits::max_file_mb, 1, 1'000'000)},
      {"limits", "max_files", "files of one run",
       whole(&Limits::max_files, 1, 100'000'000)},
      {"limits", "max_pdf_objects", "objects of one PDF",
       whole(&Limits::max_pdf_objects, 1, 100'000'000)},
      {"limits", "max_stream_mb",
       "what the content of one PDF page, or one stream, unpacks to, in MiB",
       whole(&Limits::max_stream_mb, 1, 100'000)},
      {"limits", "page_cpu_s",
       "seconds of processor time for one page; ten times that on the clock",
       whole(&Limits::page_cpu_s, 1, 86'400)},
      {"limits", "letter_cpu_s", "the same for the text of one letter",
       whole(&Limits::letter_cpu_s, 1, 86'400)},
      {"limits", "worker_memory_mb", "address space of one worker, in MiB",
       whole(&Limits::worker_memory_mb, 512, 1'000'000)},
      {"limits", "sandbox",
       "\"required\", or \"off\": read scans without system-call filter",
       SandboxKey{}},
  };
}

std::vector<Key> OtherKeys() {
  const auto share = [](double Thresholds::*member) {
    return RealKey{
        [member](Config& c) -> double& { return c.thresholds.*member; }, 0.0,
        1.0};
  };
  return {
      {"thresholds", "decide",
       "confidence from which no person is asked; 0: what the model says",
       share(&Thresholds::decide)},
      {"thresholds", "secrecy",
       "probability of a denunciation from which secrecy is assumed",
       share(&Thresholds::secrecy)},
      {"thresholds", "page_confidence",
       "mean confidence of a page below which a person looks at it",
       share(&Thresholds::page_confidence)},
      {"thresholds", "page_cer",
       "expected share of wrong characters of a page from which a person "
       "looks at it",
       share(&Thresholds::page_cer)},
      {"text", "repair",
       "true: put right marks of letters that the engine lost",
       FlagKey{[](const Config& c) { return c.repair; },
               [](bool value, Config& c) { c.repair = value; }}},
      {"archive", "formats",
       "copies of each letter: \"pdf\" with searchable text, \"alto\"",
       ListKey{[](Config& c) -> std::vector<std::string>& {
         return c.archive.formats;
       }}},
      {"archive", "pdf", "\"pdf\", or \"pdfa-2b\": ISO 19005-2, level B",
       ArchiveFormKey{}},
      {"split", "mode",
       "what a letter is: \"file\", \"separator\" or \"auto\"; --split goes "
       "before it",
       SplitModeKey{}},
      {"split", "blank_sheets", "true: a blank sheet parts letters, too",
       FlagKey{[](const Config& c) {
                 return c.split.blank_sheets == BlankSheets::kPart;
               },
               [](bool value, Config& c) {
                 c.split.blank_sheets =
                     value ? BlankSheets::kPart : BlankSheets::kKept;
               }}},
      {"paths", "tessdata",
       "folder of the vie.traineddata and osd.traineddata to read with; empty: "
       "the program's own model, and Debian's",
       TextKey{[](Config& c) -> std::string& { return c.tessdata_folder; }}},
      {"paths", "models", "folder of the models; empty: beside the program",
       TextKey{[](Config& c) -> std::string& { return c.models_folder; }}},
  };
}

std::vector<Key> PriorKeys() {
  std::vector<Key> keys;
  for (const Label label : kLabels) {
    keys.push_back(
        {"priors", std::string(ToString(label)),
         "how many times as common as among the letters that the model learnt "
         "from",
         RealKey{[label](Config& c) -> double& { return c.priors[label]; },
                 0.01, 100.0}});
  }
  return keys;
}

}  // namespace

const std::vector<Key>& ConfigKeys() {
  static const std::vector<Key> keys = [] {
    std::vector<Key> all = OfficeKeys();
    for (auto more : {LimitKeys(), OtherKeys(), PriorKeys()}) {
      all.insert(all.end(), more.begin(), more.end());
    }
    return all;
  }();
  return keys;
}

}  // namespace donthu
