#include "pipeline/process/worker.h"

#include <unistd.h>

#include <new>
#include <optional>
#include <string_view>
#include <utility>

#include "models/next_line.h"
#include "models/page_json.h"
#include "models/record_json.h"
#include "pipeline/archive_task.h"
#include "pipeline/files.h"
#include "pipeline/letter_way.h"
#include "pipeline/model_files.h"
#include "pipeline/page_png.h"
#include "pipeline/page_way.h"
#include "pipeline/process/protocol.h"
#include "pipeline/process/sandbox.h"
#include "pipeline/process/shared_stage.h"
#include "pipeline/versions.h"

namespace donthu {
namespace {

constexpr std::int64_t kMaxConfigBytes = 1 << 20;
// The longest of a worker's files: an answer, or a page image that PNG could
// not make shorter than a byte a pixel, with room for its frame.
std::int64_t MaxFileBytes(const Limits& limits) {
  return kMaxAnswerBytes + std::int64_t{limits.max_megapixels} * 1'000'000;
}

struct Tools {
  std::unique_ptr<OcrEngine> engine;
  std::optional<Load> load;
  std::unique_ptr<LetterStages> letter;
  WorkerFacts facts;
};

struct OpenSource {
  std::int64_t number = -1;
  std::unique_ptr<Document> document;
};

Status Put(const UniqueFd& file, std::string_view bytes) {
  return WriteAll(file.get(), bytes);
}

LoadLimits LoadLimitsOf(const Config& config, const SandboxSupport& support) {
  const bool readable = FontsStayReadable(config.limits.sandbox, support);
  LoadLimits limits;
  limits.max_pages = config.limits.max_pages;
  limits.max_pixels = std::int64_t{config.limits.max_megapixels} * 1'000'000;
  limits.max_pdf_objects = config.limits.max_pdf_objects;
  limits.max_stream_bytes = std::int64_t{config.limits.max_stream_mb} << 20;
  limits.system_fonts =
      readable ? SystemFonts::kReadable : SystemFonts::kClosed;
  return limits;
}

Result<Tools> WarmUp(const Config& config, const SandboxSupport& support,
                     const EngineOpener& open_engine) {
  Tools tools;
  auto engine = open_engine(config);
  if (!engine) return Fail(engine.error());
  tools.engine = std::move(*engine);
  const std::string models = ModelsFolder(config);
  auto class_model = LoadClassModel(models + "/classifier/donthu.model");
  if (!class_model) return Fail(class_model.error());
  auto tables = LoadLegalTables(models + "/legal");
  if (!tables) return Fail(tables.error());

  std::shared_ptr<const LanguageModel> language;
  if (config.repair) {
    auto loaded = LoadLanguageModel(models + "/language/donthu.words");
    if (!loaded) return Fail(loaded.error());
    language = std::move(*loaded);
  }

  auto field_model = LoadFieldModel(models + "/fields");
  if (!field_model) return Fail(field_model.error());

  tools.load.emplace(LoadLimitsOf(config, support));
  if (auto warm = tools.load->WarmUp(); !warm) return Fail(warm.error());
  tools.facts = LibraryVersions();
  const EngineInfo info = tools.engine->Info();
  tools.facts.tesseract = info.tesseract;
  tools.facts.leptonica = info.leptonica;
  tools.facts.traineddata_sha256 = info.traineddata_sha256;
  tools.facts.engine_settings = info.settings;
  tools.facts.classifier_sha256 = ClassModelSha256(**class_model);
  tools.facts.rules_version = LegalTablesVersion(**tables);
  if (language) {
    tools.facts.lexicon_version += ", " + LanguageVersion(*language);
  }
  tools.facts.lexicon_version += ", " + FieldModelVersion(**field_model);
  tools.letter.reset(new LetterStages{
      Repair(std::move(language)), Extract(std::move(*field_model)),
      Classify(*class_model, config.priors), Assess(*tables, config.office),
      config.thresholds, config.split});
  return tools;
}

// The requests of one worker, in the order in which they come.
class Server {
 public:
  Server(int socket, SharedStage stage, const EngineOpener& open_engine)
      : socket_(socket), stage_(std::move(stage)), open_engine_(open_engine) {}

  Answer Serve(const Request& request, std::vector<UniqueFd> files) {
    Answer answer;
    answer.id = request.id;
    stage_.Enter("");
    const Status done = Dispatch(request, files, answer);
    if (!done) answer.error = done.error();
    return answer;
  }

 private:
  Status Dispatch(const Request& request, std::vector<UniqueFd>& files,
                  Answer& answer) {
    constexpr std::size_t kFilesOf[] = {1, 1, 3, 2, 0, 0, 4};
    const auto kind = static_cast<std::size_t>(request.kind);
    if (files.size() != kFilesOf[kind] ||
        (request.kind != TaskKind::kSetUp && !tools_)) {
      return Fail(ErrorCode::kInternal, "request", "out of order");
    }
    try {
      switch (request.kind) {
        case TaskKind::kSetUp:
          return SetUp(files[0], answer);
        case TaskKind::kInspect:
          return Inspect(request, files[0], answer);
        case TaskKind::kPage:
          return Page(request, files, answer);
        case TaskKind::kLetters:
          return Letters(files);
        case TaskKind::kArchive:
          return Archives(request, files);
        case TaskKind::kReadIt:
        case TaskKind::kSkipIt:
          break;
      }
      return Fail(ErrorCode::kInternal, "request", "out of order");
    } catch (const std::bad_alloc&) {
      return Fail(ErrorCode::kOutOfMemory, "worker",
                  "needs more memory than limits.worker_memory_mb allows");
    }
  }

  Status SetUp(const UniqueFd& file, Answer& answer) {
    const auto text = ReadAll(file.get(), kMaxConfigBytes);
    if (!text) return Fail(text.error());
    const auto config = ConfigFromToml(*text);
    if (!config) return Fail(config.error());
    const SandboxSupport support = FindSandboxSupport();
    auto tools = WarmUp(*config, support, open_engine_);
    if (!tools) return Fail(tools.error());
    auto sandbox = EnterSandbox(config->limits.sandbox, support,
                                MaxFileBytes(config->limits));
    if (!sandbox) return Fail(sandbox.error());
    tools_ = std::move(*tools);
    tools_->facts.sandbox_limits = std::move(sandbox->limits);
    tools_->facts.sandbox_calls = std::move(sandbox->system_calls);
    tools_->facts.sandbox_files = std::move(sandbox->files);
    answer.info = ToJson(tools_->facts);
    return Done{};
  }

  Status Open(const Request& request, const UniqueFd& file) {
    if (source_.document != nullptr && source_.number == request.source) {
      return Done{};
    }
    source_.document.reset();
    stage_.Enter(Load::kName);
    auto document = tools_->load->Open(file.get());
    if (!document) return Fail(document.error());
    source_ = {request.source, std::move(*document)};
    return Done{};
  }

  Status Inspect(const Request& request, const UniqueFd& file, Answer& answer) {
    if (auto open = Open(request, file); !open) return open;
    answer.media_type = source_.document->MediaType();
    answer.page_count = source_.document->PageCount();
    return Done{};
  }

  Status Page(const Request& request, const std::vector<UniqueFd>& files,
              Answer& answer) {
    if (auto open = Open(request, files[0]); !open) return open;
    const auto scan =
        LoadPage(*tools_->load, *source_.document, request.page, stage_);
    if (!scan) return Fail(scan.error());
    answer.content_sha256 = ContentSha256(*scan);
    const auto known = IsKnown(answer);
    if (!known) return Fail(known.error());
    if (*known) return Done{};
    const auto reading = ReadPage(*scan, request.page, *tools_->engine, stage_);
    if (!reading) return Fail(reading.error());
    if (auto put = WritePagePng(reading->image, files[2].get()); !put) {
      return put;
    }
    return Put(files[1], ToJson(reading->result));
  }

  // Asks the supervisor, and waits for its word.
  Result<bool> IsKnown(Answer question) const {
    question.asks = true;
    if (auto sent = SendPacket(socket_, Encode(question), {}); !sent) {
      return Fail(sent.error());
    }
    const auto packet = ReceivePacket(socket_);
    if (!packet) return Fail(packet.error());
    const auto word = DecodeRequest(packet->bytes);
    if (!word || word->id != question.id ||
        (word->kind != TaskKind::kReadIt && word->kind != TaskKind::kSkipIt)) {
      return Fail(ErrorCode::kInternal, "request", "out of order");
    }
    return word->kind == TaskKind::kSkipIt;
  }

  Status Letters(const std::vector<UniqueFd>& files) {
    const auto task = ReadAll(files[0].get(), kMaxAnswerBytes);
    if (!task) return Fail(task.error());
    std::string_view lines = *task;
    const auto facts = RecordFromJson(NextLine(lines));
    if (!facts) return Fail(facts.error());
    std::vector<PageResult> pages;
    for (auto line = NextLine(lines); !line.empty(); line = NextLine(lines)) {
      auto page = PageResultFromJson(line);
      if (!page) return Fail(page.error());
      pages.push_back(std::move(*page));
    }
    std::vector<Record> former;
    while (!lines.empty()) {
      auto record = RecordFromJson(NextLine(lines));
      if (!record) return Fail(record.error());
      former.push_back(std::move(*record));
    }
    const auto records =
        ReadLetters(*facts, pages, former, *tools_->letter, stage_);
    if (!records) return Fail(records.error());
    std::string answer;
    for (const Record& record : *records) answer += ToJsonLine(record) + "\n";
    return Put(files[1], answer);
  }

  Status Archives(const Request& request, const std::vector<UniqueFd>& files) {
    const auto lines = ReadAll(files[3].get(), kMaxAnswerBytes);
    if (!lines) return Fail(lines.error());
    const auto task = ArchiveTaskFrom(*lines);
    if (!task) return Fail(task.error());
    if (task->choice.Has(kPdfFormat)) {
      if (auto open = Open(request, files[0]); !open) return open;
    }
    const auto copies =
        MakeArchiveCopies(*task, *tools_->load, source_.document.get(), stage_);
    if (!copies) return Fail(copies.error());
    if (auto put = Put(files[2], copies->pdf); !put) return put;
    return Put(files[1], copies->alto);
  }

  int socket_;
  SharedStage stage_;
  const EngineOpener& open_engine_;
  std::optional<Tools> tools_;
  OpenSource source_;
};

}  // namespace

int ServeTasks(int socket, int shared_stage, const EngineOpener& open_engine) {
  auto stage = SharedStage::Map(shared_stage);
  if (!stage) return 1;
  Server server(socket, std::move(*stage), open_engine);
  for (;;) {
    auto packet = ReceivePacket(socket);
    if (!packet) return 1;
    if (packet->closed) return 0;
    const auto request = DecodeRequest(packet->bytes);
    if (!request) return 1;
    const Answer answer = server.Serve(*request, std::move(packet->files));
    if (!SendPacket(socket, Encode(answer), {})) return 1;
  }
}

}  // namespace donthu
