#include "stages/archive/alto.h"

#include <string_view>

#include "models/text_offsets.h"
#include "stages/archive/decimals.h"
#include "stages/archive/text_layer.h"

namespace donthu {
namespace {

constexpr int kPlaces = 4;

// U+FFFE and U+FFFF are all that normalized text can hold against XML.
bool IsNoCharacter(std::string_view three_bytes) {
  return three_bytes == "\xEF\xBF\xBE" || three_bytes == "\xEF\xBF\xBF";
}

std::string Escaped(std::string_view text) {
  std::string escaped;
  for (std::size_t i = 0; i < text.size(); ++i) {
    switch (text[i]) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\xEF':
        if (IsNoCharacter(text.substr(i, 3))) {
          escaped += "\xEF\xBF\xBD";
          i += 2;
          break;
        }
        [[fallthrough]];
      default:
        escaped += text[i];
    }
  }
  return escaped;
}

std::string Attribute(const char* name, std::string_view value) {
  return std::string(" ") + name + "=\"" + Escaped(value) + "\"";
}

std::string Number(const char* name, int value) {
  return Attribute(name, std::to_string(value));
}

std::string Place(const BoxPx& box) {
  return Number("HPOS", box.left_px) + Number("VPOS", box.top_px) +
         Number("WIDTH", box.width_px()) + Number("HEIGHT", box.height_px());
}

std::string Element(const char* name, std::string_view text) {
  return std::string("<") + name + ">" + Escaped(text) + "</" + name + ">";
}

// Engines and their versions, as the record names them.
std::string Software(const Provenance& made) {
  std::string software = "<processingSoftware>" +
                         Element("softwareName", "donthu") +
                         Element("softwareVersion", made.program);
  if (!made.tesseract.empty()) {
    software +=
        Element("applicationDescription", "Tesseract " + made.tesseract);
  }
  return software + "</processingSoftware>";
}

class Writer {
 public:
  Writer(const Record& record, const Letter& letter)
      : record_(record), letter_(letter), offsets_(letter.text) {}

  std::string Write(const std::vector<RecordPage>& pages) {
    Begin();
    for (const RecordPage& page : pages) AddPage(page);
    return xml_ + "  </Layout>\n</alto>\n";
  }

 private:
  void Begin() {
    xml_ =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<alto xmlns=\"http://www.loc.gov/standards/alto/ns-v4#\" "
        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
        "xsi:schemaLocation=\"http://www.loc.gov/standards/alto/ns-v4# "
        "http://www.loc.gov/standards/alto/v4/alto-4-4.xsd\" "
        "SCHEMAVERSION=\"4.4\">\n"
        "  <Description>\n"
        "    <MeasurementUnit>pixel</MeasurementUnit>\n"
        "    <sourceImageInformation>" +
        Element("fileIdentifier", "sha256:" + record_.source.sha256) +
        Element("documentIdentifier", record_.record_id) +
        "</sourceImageInformation>\n"
        "    <Processing ID=\"reading\">"
        "<processingCategory>contentGeneration</processingCategory>" +
        Software(record_.provenance) +
        "</Processing>\n  </Description>\n  <Layout>\n";
  }

  void AddPage(const RecordPage& page) {
    xml_ += "    <Page" + Attribute("ID", "page_" + Text(page.number)) +
            Number("PHYSICAL_IMG_NR", page.number) +
            Number("WIDTH", page.width_px) + Number("HEIGHT", page.height_px) +
            Attribute("PROCESSINGREFS", "reading") + Attribute("LANG", "vi");
    if (page.mean_confidence) {
      xml_ += Attribute("PC", Decimal(*page.mean_confidence, kPlaces));
    }
    xml_ += ">\n      <PrintSpace" +
            Place({0, 0, page.width_px, page.height_px}) + ">\n";
    for (std::size_t i = 0; i < letter_.lines.size();) {
      i = letter_.lines[i].page == page.number ? AddBlock(i) : i + 1;
    }
    xml_ += "      </PrintSpace>\n    </Page>\n";
  }

  // The lines of one paragraph from `first` on; the index after them.
  std::size_t AddBlock(std::size_t first) {
    const LetterLine& begin = letter_.lines[first];
    std::size_t last = first;
    BoxPx box;
    for (; last < letter_.lines.size(); ++last) {
      const LetterLine& line = letter_.lines[last];
      if (line.page != begin.page || line.paragraph != begin.paragraph) break;
      box = Union(box, WholeLineBox(letter_, line));
    }
    xml_ += "        <TextBlock" +
            Attribute("ID", "block_" + Text(static_cast<int>(++blocks_))) +
            Place(box) + ">\n";
    for (std::size_t i = first; i < last; ++i) AddLine(letter_.lines[i], i);
    xml_ += "        </TextBlock>\n";
    return last;
  }

  void AddLine(const LetterLine& line, std::size_t index) {
    if (line.first_word >= line.last_word) return;
    xml_ += "          <TextLine" +
            Attribute("ID", "line_" + Text(static_cast<int>(index) + 1)) +
            Place(WholeLineBox(letter_, line)) + ">";
    for (int i = line.first_word; i < line.last_word; ++i) {
      if (i > line.first_word) AddSpace(WordAt(i - 1).box, WordAt(i).box);
      AddWord(WordAt(i), i);
    }
    xml_ += "</TextLine>\n";
  }

  void AddSpace(const BoxPx& before, const BoxPx& after) {
    xml_ += "<SP";
    if (after.left_px > before.right_px) {
      xml_ += Number("HPOS", before.right_px) + Number("VPOS", before.top_px) +
              Number("WIDTH", after.left_px - before.right_px);
    }
    xml_ += "/>";
  }

  void AddWord(const LetterWord& word, int index) {
    xml_ += "<String" + Attribute("ID", "word_" + Text(index + 1)) +
            Attribute("CONTENT", offsets_.Cut(word.span)) + Place(word.box) +
            Attribute("WC", Decimal(word.confidence, kPlaces)) + "/>";
  }

  const LetterWord& WordAt(int index) const {
    return letter_.words[static_cast<std::size_t>(index)];
  }

  static std::string Text(int number) { return std::to_string(number); }

  const Record& record_;
  const Letter& letter_;
  TextOffsets offsets_;
  std::size_t blocks_ = 0;
  std::string xml_;
};

}  // namespace

std::string ToAlto(const Record& record, const std::vector<RecordPage>& pages,
                   const Letter& letter) {
  return Writer(record, letter).Write(pages);
}

}  // namespace donthu
