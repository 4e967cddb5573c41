#include "stages/load/pdf_checks.h"

#include <cstdint>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFXRefEntry.hh>
#include <string>
#include <utility>
#include <vector>

#include "stages/load/limits.h"
#include "stages/load/pdf_colour.h"
#include "stages/load/pdf_stream.h"

namespace donthu {
namespace {

// Large forms have some thousand fields.
constexpr int kMaxFieldVisits = 100'000;
constexpr int kMaxFieldDepth = 100;

struct Node {
  QPDFObjectHandle object;
  int depth = 0;
};

std::vector<QPDFObjectHandle> ItemsOf(QPDFObjectHandle array) {
  if (!array.isArray()) return {};
  return array.getArrayAsVector();
}

// Where qpdf begins: /Pages may point into the middle of the tree.
QPDFObjectHandle TopOfTree(QPDF& pdf) {
  QPDFObjectHandle node = pdf.getRoot().getKey("/Pages");
  std::set<QPDFObjGen> seen;
  while (node.isDictionary() && node.hasKey("/Parent") &&
         seen.insert(node.getObjGen()).second) {
    node = node.getKey("/Parent");
  }
  return node;
}

Failure TooDeep() {
  return Fail(ErrorCode::kDocumentDamaged, "file",
              "its objects are nested too deep; print it to a new PDF or scan "
              "it again");
}

bool IsImage(QPDFObjectHandle dict) {
  return dict.getKey("/Subtype").isNameAndEquals("/Image");
}

// Follows, without recursion, what a page is drawn with.
class StreamWalk {
 public:
  StreamWalk(const LoadLimits& limits, SoundObjects* sound)
      : limits_(limits), sound_(sound) {}

  Status Follow(const QPDFObjectHandle& first) {
    waiting_.push_back({first, 1});
    while (!waiting_.empty()) {
      Node node = std::move(waiting_.back());
      waiting_.pop_back();
      QPDFObjectHandle& object = node.object;
      if (object.isIndirect() && !sound_->insert(object.getObjGen()).second) {
        continue;
      }
      if (node.depth > kMaxChain) return TooDeep();
      if (auto visited = Visit(node); !visited) {
        sound_->erase(object.getObjGen());
        return visited;
      }
    }
    return Done{};
  }

 private:
  Status Visit(Node& node) {
    QPDFObjectHandle& object = node.object;
    for (auto& item : ItemsOf(object)) AddPart(item, node.depth);
    if (object.isDictionary()) AddPartsOf(object, "", node.depth);
    if (!object.isStream()) return Done{};
    // Private to the program that wrote the file, and often large.
    AddPartsOf(object.getDict(), "/PieceInfo", node.depth);
    return CheckStream(object);
  }

  // Keys of resources are any names: none may be left out by its own.
  void AddPartsOf(QPDFObjectHandle dict, const std::string& but, int depth) {
    for (const std::string& key : dict.getKeys()) {
      if (key != but) AddPart(dict.getKey(key), depth);
    }
  }
  void AddPart(QPDFObjectHandle part, int depth) {
    if (part.isArray() || part.isDictionary() || part.isStream()) {
      waiting_.push_back({std::move(part), depth + 1});
    }
  }

  // Of an image no more is unpacked than its pixels take.
  Status CheckStream(QPDFObjectHandle stream) const {
    QPDFObjectHandle dict = stream.getDict();
    if (!IsImage(dict)) {
      const auto most = static_cast<std::size_t>(limits_.max_stream_bytes);
      if (MeasureUnpacked(stream, most).more) return StreamTooLarge(limits_);
      return Done{};
    }
    const int width_px = IntegerOf(dict.getKey("/Width"));
    const int height_px = IntegerOf(dict.getKey("/Height"));
    if (width_px < 1 || height_px < 1) return Done{};  // poppler refuses it
    return CheckSize(width_px, height_px, limits_);
  }

  const LoadLimits& limits_;
  SoundObjects* sound_;
  std::vector<Node> waiting_;
};

}  // namespace

Status CheckContents(QPDFObjectHandle contents, const LoadLimits& limits) {
  std::vector<QPDFObjectHandle> streams = ItemsOf(contents);
  if (contents.isStream()) streams.push_back(contents);
  auto left = static_cast<std::size_t>(limits.max_stream_bytes);
  for (QPDFObjectHandle& stream : streams) {
    if (!stream.isStream()) continue;
    const UnpackedStream measured = MeasureUnpacked(stream, left);
    if (measured.more) return StreamTooLarge(limits);
    left -= measured.bytes;
  }
  return Done{};
}

Status CheckObjects(QPDF& pdf, const LoadLimits& limits) {
  const auto table = pdf.getXRefTable();
  const auto count = CheckObjectCount(table.size(), limits);
  if (!count) return count;
  std::set<int> streams;
  for (const auto& [object, entry] : table) {
    constexpr int kPacked = 2;
    if (entry.getType() == kPacked) streams.insert(entry.getObjStreamNumber());
  }
  const auto most = static_cast<std::size_t>(limits.max_stream_bytes);
  for (const int number : streams) {
    QPDFObjectHandle stream = pdf.getObject(number, 0);
    if (stream.isStream() && MeasureUnpacked(stream, most).more) {
      return StreamTooLarge(limits);
    }
  }
  return Done{};
}

Status CheckPageTree(QPDF& pdf, const LoadLimits& limits) {
  std::vector<Node> waiting = {{TopOfTree(pdf), 1}};
  std::set<QPDFObjGen> seen;
  std::int64_t pages = 0;
  while (!waiting.empty()) {
    Node node = std::move(waiting.back());
    waiting.pop_back();
    if (!node.object.isDictionary()) continue;
    if (!node.object.hasKey("/Kids")) {
      if (++pages > limits.max_pages) return CheckPageCount(pages, limits);
      continue;
    }
    const bool again = node.object.isIndirect() &&
                       !seen.insert(node.object.getObjGen()).second;
    if (again) continue;  // qpdf says what is wrong
    if (node.depth > kMaxTreeDepth) return TooDeep();
    for (auto& kid : ItemsOf(node.object.getKey("/Kids"))) {
      waiting.push_back({kid, node.depth + 1});
    }
  }
  return Done{};
}

bool HasRunawayForm(QPDF& pdf) {
  QPDFObjectHandle form = pdf.getRoot().getKey("/AcroForm");
  if (!form.isDictionary()) return false;
  std::vector<Node> waiting;
  for (auto& field : ItemsOf(form.getKey("/Fields"))) {
    waiting.push_back({field, 1});
  }
  for (int visits = 0; !waiting.empty(); ++visits) {
    Node node = std::move(waiting.back());
    waiting.pop_back();
    if (visits > kMaxFieldVisits || node.depth > kMaxFieldDepth) return true;
    if (!node.object.isDictionary()) continue;
    for (auto& kid : ItemsOf(node.object.getKey("/Kids"))) {
      waiting.push_back({kid, node.depth + 1});
    }
  }
  return false;
}

Status CheckDrawn(QPDFObjectHandle object, const LoadLimits& limits,
                  SoundObjects* sound) {
  return StreamWalk(limits, sound).Follow(object);
}

Status CheckPage(QPDFObjectHandle page, const LoadLimits& limits,
                 SoundObjects* sound) {
  const auto contents = CheckContents(page.getKey("/Contents"), limits);
  if (!contents) return contents;
  StreamWalk walk(limits, sound);
  const auto resources =
      walk.Follow(QPDFPageObjectHelper(page).getAttribute("/Resources", false));
  if (!resources) return resources;
  for (auto& annotation : ItemsOf(page.getKey("/Annots"))) {
    if (!annotation.isDictionary()) continue;
    const auto looks = walk.Follow(annotation.getKey("/AP"));
    if (!looks) return looks;
  }
  return Done{};
}

}  // namespace donthu
