// donthu_bare_recognition PAGES_DIR OUT_DIR [PROCESSES]: what recognition
// alone costs. Every image of PAGES_DIR, decoded before the clock starts,
// goes through SetImage() and Recognize() of a plain engine with the settings
// of `tesseract -l vie`; only these two calls are timed, in processor time.
// OUT_DIR gets <image's stem>.txt. Start it with OMP_THREAD_LIMIT=1.
#include <leptonica/allheaders.h>
#include <sys/wait.h>
#include <tesseract/baseapi.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

constexpr int kScanDpi = 300;  // of the images that the bench makes

struct PixDeleter {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using PixPtr = std::unique_ptr<Pix, PixDeleter>;

double ProcessorSeconds() {
  timespec now = {};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) +
         static_cast<double>(now.tv_nsec) / 1e9;
}

std::vector<fs::path> FilesOf(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none)) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

void WriteText(tesseract::TessBaseAPI& engine, const fs::path& file) {
  const std::unique_ptr<char[]> text(engine.GetUTF8Text());
  std::ofstream(file, std::ios::binary) << text.get();
}

// Processor seconds of recognition; negative where a page failed.
double ReadOne(tesseract::TessBaseAPI& engine, const fs::path& file,
               const fs::path& out) {
  const PixPtr image(pixRead(file.c_str()));
  if (image == nullptr) return -1.0;
  pixSetResolution(image.get(), kScanDpi, kScanDpi);
  const double start = ProcessorSeconds();
  engine.SetImage(image.get());
  const int failed = engine.Recognize(nullptr);
  const double seconds = ProcessorSeconds() - start;
  if (failed != 0) return -1.0;
  WriteText(engine, out / (file.stem().string() + ".txt"));
  return seconds;
}

// Every `step`th file from `first`; writes the seconds to `report`.
int ReadShare(const std::vector<fs::path>& files, std::size_t first,
              std::size_t step, const fs::path& out, int report) {
  tesseract::TessBaseAPI engine;
  if (engine.Init(nullptr, "vie") != 0) return 1;
  engine.SetPageSegMode(tesseract::PSM_AUTO);
  double sum = 0.0;
  for (std::size_t i = first; i < files.size(); i += step) {
    const double seconds = ReadOne(engine, files[i], out);
    if (seconds < 0.0) return 1;
    sum += seconds;
  }
  return write(report, &sum, sizeof sum) == sizeof sum ? 0 : 1;
}

// Negative where a process failed.
double ReadAll(const std::vector<fs::path>& files, std::size_t processes,
               const fs::path& out) {
  int ends[2] = {};
  if (pipe(ends) != 0) return -1.0;
  for (std::size_t i = 0; i < processes; ++i) {
    const pid_t child = fork();
    if (child == 0) _exit(ReadShare(files, i, processes, out, ends[1]));
    if (child < 0) return -1.0;
  }
  bool failed = false;
  for (std::size_t i = 0; i < processes; ++i) {
    int status = 0;
    failed = wait(&status) < 0 || status != 0 || failed;
  }
  double sum = 0.0;
  for (std::size_t i = 0; i < processes && !failed; ++i) {
    double share = 0.0;
    failed = read(ends[0], &share, sizeof share) != sizeof share;
    sum += share;
  }
  return failed ? -1.0 : sum;
}

}  // namespace

int main(int argc, char** argv) {
  const long processes = argc == 4 ? std::strtol(argv[3], nullptr, 10) : 1;
  if (argc < 3 || argc > 4 || processes < 1) {
    std::fprintf(
        stderr,
        "usage: donthu_bare_recognition PAGES_DIR OUT_DIR [PROCESSES]\n");
    return 2;
  }
  const std::vector<fs::path> files = FilesOf(argv[1]);
  const double seconds =
      ReadAll(files, static_cast<std::size_t>(processes), argv[2]);
  if (files.empty() || seconds < 0.0) {
    std::fprintf(stderr, "donthu_bare_recognition: a page was not read\n");
    return 1;
  }
  std::printf("%zu %.3f\n", files.size(), seconds);
  return 0;
}
