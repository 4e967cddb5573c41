// The rules of the tree: who may include whom, where foreign headers stand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace donthu {
namespace {

namespace fs = std::filesystem;
using ::testing::IsEmpty;
using Strings = std::vector<std::string>;

// The one file of a module, or the few, that may name a foreign library.
struct Adapter {
  const char* header;  // what its includes start with
  Strings files;       // what the paths that may have them start with
};

const std::vector<Adapter>& Adapters() {
  static const std::vector<Adapter> adapters = {
      {"CLI/", {"pipeline/cli/"}},
      {"jerror.h", {"stages/load/jpeg.cc"}},
      {"jpeglib.h", {"stages/load/jpeg.cc"}},
      {"leptonica/",
       {"stages/examine/raster_boxes.cc", "stages/prepare/bilevel_copy.cc",
        "stages/prepare/line_centers.cc", "stages/prepare/print_rules.cc",
        "stages/prepare/skew.cc", "stages/recognize/raw_line_images.cc"}},
      {"libexif/", {"stages/load/exif.cc"}},
      {"libheif/", {"stages/load/heif.cc"}},
      {"linear.h", {"stages/classify/linear_liblinear.cc"}},
      {"nlohmann/",
       {"models/json_value.cc", "pipeline/process/protocol.cc",
        "pipeline/process/worker_facts.cc", "pipeline/run_report.cc"}},
      {"openjpeg", {"stages/load/jpeg2000.cc"}},
      {"openssl/", {"models/sha256.cc"}},
      {"pcre2.h", {"stages/extract/text_match.cc"}},
      {"png.h", {"pipeline/page_png.cc", "stages/load/png.cc"}},
      {"iconv.h", {"stages/load/pdf_render.cc"}},
      {"poppler", {"pipeline/versions.cc", "stages/load/pdf_render.cc"}},
      {"qpdf/",
       {"pipeline/separators/sheets.cc", "pipeline/versions.cc",
        "stages/archive/pdf_", "stages/load/pdf_"}},
      {"seccomp.h", {"pipeline/process/sandbox.cc"}},
      {"sqlite3.h", {"pipeline/store/database.cc"}},
      {"tesseract/", {"stages/recognize/tesseract_engine.cc"}},
      {"tiff", {"stages/load/tiff"}},
      {"toml++/", {"pipeline/config.cc", "stages/assess/legal_tables.cc"}},
      {"unicode/",
       {"pipeline/inbox.cc", "pipeline/versions.cc", "stages/assess/folding.cc",
        "stages/extract/text_match.cc", "stages/normalize/unicode.cc",
        "stages/receive/plain_letters.cc"}},
      {"webp/", {"stages/load/webp.cc"}},
      {"zlib.h", {"pipeline/page_png.cc", "stages/archive/flate.cc"}},
      {"ZXing/",
       {"pipeline/separators/codes.cc", "stages/find_codes/code_reader.cc"}},
  };
  return adapters;
}

std::string TextOf(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool StartsWithOneOf(const std::string& text, const Strings& starts) {
  return std::any_of(starts.begin(), starts.end(), [&](const auto& start) {
    return text.compare(0, start.size(), start) == 0;
  });
}

// Paths below the root that end in one of `ends`, sorted.
Strings FilesIn(const Strings& folders, const Strings& ends) {
  const fs::path root = DONTHU_SOURCE_DIR;
  Strings files;
  for (const std::string& folder : folders) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const fs::path& path = entry.path();
      const bool ours =
          std::any_of(ends.begin(), ends.end(), [&](const std::string& end) {
            return path.extension() == end || path.filename() == end;
          });
      if (ours) files.push_back(fs::relative(path, root).string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

Strings Sources() {
  return FilesIn({"models", "stages", "pipeline"}, {".cc", ".h"});
}

// What stands between the quotes, or the angle brackets, of the includes.
Strings IncludesOf(const std::string& file, const std::string& open,
                   const std::string& close) {
  const std::regex pattern("#include " + open + "([^" + close + "]+)" + close);
  const std::string text = TextOf(fs::path(DONTHU_SOURCE_DIR) / file);
  Strings includes;
  for (std::sregex_iterator at(text.begin(), text.end(), pattern), end;
       at != end; ++at) {
    includes.push_back((*at)[1]);
  }
  return includes;
}

// What a file may include of ours, by the folder where it lies.
Strings MayInclude(const std::string& file) {
  if (StartsWithOneOf(file, {"models/"})) return {"models/"};
  if (StartsWithOneOf(file, {"stages/"})) {
    const std::size_t end = file.find('/', std::string("stages/").size());
    return {"models/", file.substr(0, end + 1)};
  }
  return {"models/", "stages/", "pipeline/"};
}

const Adapter* AdapterOf(const std::string& include) {
  for (const Adapter& adapter : Adapters()) {
    if (StartsWithOneOf(include, {adapter.header})) return &adapter;
  }
  return nullptr;
}

// Of the language or the system.
bool IsStandard(const std::string& include) {
  static const std::set<std::string> system = {
      "dirent.h", "dlfcn.h", "fcntl.h", "grp.h",   "poll.h",
      "pwd.h",    "sched.h", "time.h",  "unistd.h"};
  return include.find_first_of("./") == std::string::npos ||
         StartsWithOneOf(include, {"sys/", "linux/"}) ||
         system.count(include) != 0;
}

std::string Includes(std::string file, const std::string& include) {
  return file.append(" includes ").append(include);
}

TEST(LayersTest, IncludesPointOneWay) {
  Strings wrong;
  for (const std::string& file : Sources()) {
    for (const std::string& include : IncludesOf(file, "\"", "\"")) {
      if (!StartsWithOneOf(include, MayInclude(file))) {
        wrong.push_back(Includes(file, include));
      }
    }
  }
  EXPECT_THAT(wrong, IsEmpty());
}

TEST(LayersTest, NoHeaderOfOursNamesAForeignOne) {
  Strings wrong;
  for (const std::string& file :
       FilesIn({"models", "stages", "pipeline"}, {".h"})) {
    for (const std::string& include : IncludesOf(file, "<", ">")) {
      if (!IsStandard(include)) wrong.push_back(Includes(file, include));
    }
  }
  EXPECT_THAT(wrong, IsEmpty());
}

TEST(LayersTest, AForeignHeaderStandsInItsAdapterAlone) {
  Strings wrong;
  for (const std::string& file : Sources()) {
    for (const std::string& include : IncludesOf(file, "<", ">")) {
      const Adapter* adapter = AdapterOf(include);
      const bool allowed = adapter == nullptr
                               ? IsStandard(include)
                               : StartsWithOneOf(file, adapter->files);
      if (!allowed) wrong.push_back(Includes(file, include));
    }
  }
  EXPECT_THAT(wrong, IsEmpty());
}

TEST(LayersTest, EveryAdapterIsThereAndNamesItsLibrary) {
  Strings idle;
  for (const Adapter& adapter : Adapters()) {
    for (const std::string& start : adapter.files) {
      const Strings sources = Sources();
      const bool used =
          std::any_of(sources.begin(), sources.end(), [&](const auto& file) {
            if (!StartsWithOneOf(file, {start})) return false;
            const Strings includes = IncludesOf(file, "<", ">");
            return std::any_of(includes.begin(), includes.end(),
                               [&](const std::string& include) {
                                 return AdapterOf(include) == &adapter;
                               });
          });
      if (!used) idle.push_back(start + " does not name " + adapter.header);
    }
  }
  EXPECT_THAT(idle, IsEmpty());
}

TEST(LayersTest, EveryStageHasATest) {
  const fs::path root = DONTHU_SOURCE_DIR;
  Strings untested;
  for (const auto& stage : fs::directory_iterator(root / "stages")) {
    if (!stage.is_directory()) continue;
    const std::string name = stage.path().filename().string();
    bool tested = false;
    for (const std::string& file : FilesIn({"tests/stages"}, {".cc"})) {
      tested =
          tested || (StartsWithOneOf(file, {"tests/stages/" + name + "/"}) &&
                     file.find("_test.cc") != std::string::npos);
    }
    if (!tested) untested.push_back(name);
  }
  EXPECT_THAT(untested, IsEmpty());
}

// Every path that a CMakeLists.txt names, below the root.
std::set<std::string> ListedFiles(const Strings& lists) {
  std::set<std::string> listed;
  for (const std::string& list : lists) {
    std::string text = TextOf(fs::path(DONTHU_SOURCE_DIR) / list);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '(' || c == ')'; },
        ' ');
    std::istringstream in(text);
    for (std::string word; in >> word;) {
      const fs::path path = fs::path(list).parent_path() / word;
      listed.insert(path.lexically_normal().string());
    }
  }
  return listed;
}

TEST(LayersTest, EverythingIsListedAndNothingIsGlobbed) {
  const Strings folders = {"models", "stages", "pipeline", "samples", "tests"};
  const Strings lists = FilesIn(folders, {"CMakeLists.txt"});
  const std::set<std::string> listed = ListedFiles(lists);
  Strings wrong;
  for (const std::string& list : lists) {
    if (TextOf(fs::path(DONTHU_SOURCE_DIR) / list).find("file(GLOB") !=
        std::string::npos) {
      wrong.push_back(list + " globs");
    }
  }
  Strings files = Sources();
  for (const std::string& file : FilesIn({"samples", "tests"}, {".cc"})) {
    files.push_back(file);
  }
  for (const std::string& file : files) {
    if (listed.count(file) == 0) wrong.push_back(file + " is not listed");
  }
  EXPECT_THAT(wrong, IsEmpty());
}

}  // namespace
}  // namespace donthu
