#include "tests/bench/float_model.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <sstream>
#include <utility>

namespace donthu::bench {
namespace {

constexpr std::uint8_t kInt8Flag = 1;
constexpr std::uint8_t kDoubleFlag = 128;
constexpr std::uint32_t kLayerRatesFlag = 64;
constexpr std::int32_t kIntModeFlag = 1;  // of training_flags_
// Of the bias of a letter that is new: seldom until it is learnt.
constexpr double kSeldom = -1.0;

Failure Damaged(std::string subject, std::string detail) {
  return Fail(ErrorCode::kTextInvalid, std::move(subject), std::move(detail));
}

template <typename T>
void Append(T value, std::string& out) {
  std::array<char, sizeof(T)> bytes;
  std::memcpy(bytes.data(), &value, sizeof value);
  out.append(bytes.data(), bytes.size());
}

// Reads beyond the end give zeros and are told by ok().
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}
  std::string_view Take(std::size_t count) {
    ok_ = ok_ && count <= bytes_.size() - at_;
    if (!ok_) return {};
    at_ += count;
    return bytes_.substr(at_ - count, count);
  }
  template <typename T>
  T Number() {
    T value{};
    const std::string_view bytes = Take(sizeof value);
    if (bytes.size() == sizeof value) {
      std::memcpy(&value, bytes.data(), sizeof value);
    }
    return value;
  }
  std::string_view Text() { return Take(Number<std::uint32_t>()); }
  std::string_view Rest() { return Take(bytes_.size() - at_); }
  bool ok() const { return ok_; }
  void Spoil() { ok_ = false; }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool ok_ = true;
};

struct Weights {
  std::uint32_t outputs = 0;
  std::uint32_t inputs = 0;  // the bias is the last
  std::vector<double> values;
};

// Copies a network, its weights as doubles, its last layer widened.
class NetworkCopy {
 public:
  // `like`: which output each new one begins as.
  NetworkCopy(std::string_view network, std::vector<int> like)
      : in_(network), like_(std::move(like)) {}

  Result<std::string> Run() {
    CopyLayer();
    CopyTail();
    if (!in_.ok()) {
      return Damaged("lstm", "This is no network of bytes that is known.");
    }
    return std::move(out_);
  }

 private:
  struct Header {
    std::string_view type;
    std::uint32_t flags = 0;
    std::uint32_t inputs = 0;
    std::uint32_t outputs = 0;
  };

  template <typename T>
  T Copy() {
    const T value = in_.Number<T>();
    Append(value, out_);
    return value;
  }
  void CopyBytes(std::size_t count) { out_.append(in_.Take(count)); }
  std::string_view CopyText() {
    const std::string_view text = in_.Text();
    Append(static_cast<std::uint32_t>(text.size()), out_);
    out_.append(text);
    return text;
  }

  // All layers from the root to the one that names letters grow.
  Header CopyHeader(bool last) {
    Header header;
    Copy<std::int8_t>();
    header.type = CopyText();
    CopyBytes(2);  // whether it learns, whether what is before it learns
    header.flags = Copy<std::uint32_t>();
    header.inputs = Copy<std::uint32_t>();
    header.outputs = in_.Number<std::uint32_t>();
    std::uint32_t weights = in_.Number<std::uint32_t>();
    const auto added = static_cast<std::uint32_t>(last ? like_.size() : 0);
    Append(header.outputs + added, out_);
    // The softmax stands behind the last LSTM, whose outputs it takes.
    Append(weights + added * last_inputs_, out_);
    CopyText();
    return header;
  }

  void CopyLayer(bool last = true) {
    if (!in_.ok()) return;
    // The root's count of weights needs the last layer's inputs.
    if (last_inputs_ == 0) last_inputs_ = LastInputs();
    const Header header = CopyHeader(last);
    constexpr std::array<std::string_view, 8> kOfLayers = {
        "Series",      "Parallel",    "Replicated", "ParBidiLSTM",
        "RTLReversed", "TTBReversed", "Par2dLSTM",  "XYTranspose"};
    if (std::find(kOfLayers.begin(), kOfLayers.end(), header.type) !=
        kOfLayers.end()) {
      const auto layers = Copy<std::uint32_t>();
      for (std::uint32_t i = 0; i < layers && in_.ok(); ++i) {
        CopyLayer(last && i + 1 == layers);
      }
      if ((header.flags & kLayerRatesFlag) != 0) {
        CopyBytes(Copy<std::uint32_t>() * sizeof(float));
      }
    } else if (header.type == "Input") {
      CopyBytes(5 * sizeof(std::int32_t));
    } else if (header.type == "Convolve" || header.type == "Maxpool" ||
               header.type == "Reconfig") {
      CopyBytes(2 * sizeof(std::int32_t));
    } else if (header.type == "LSTM" || header.type == "SummLSTM") {
      CopyLstm(header);
    } else {
      CopyWeights(last);
    }
  }

  void CopyLstm(const Header& header) {
    const auto fed_back = Copy<std::uint32_t>();
    // A fifth gate forgets along the second dimension.
    const bool two_dimensions = fed_back == header.inputs + 2 * header.outputs;
    for (int gate = 0; gate < (two_dimensions ? 5 : 4); ++gate) {
      CopyWeights(false);
    }
  }

  Weights ReadWeights() {
    Weights weights;
    weights.outputs = in_.Number<std::uint32_t>();
    weights.inputs = in_.Number<std::uint32_t>();
    in_.Take(1);  // the value of an empty cell
    const std::string_view bytes =
        in_.Take(static_cast<std::size_t>(weights.outputs) * weights.inputs);
    std::vector<double> scales(in_.Number<std::uint32_t>() & 0xFFFFFU);
    for (double& scale : scales) scale = in_.Number<double>();
    if (!in_.ok() || scales.size() < weights.outputs) {
      in_.Spoil();
      return {};
    }
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      weights.values.push_back(static_cast<signed char>(bytes[i]) *
                               scales[i / weights.inputs]);
    }
    return weights;
  }

  void CopyWeights(bool last) {
    const auto mode = in_.Number<std::uint8_t>();
    if ((mode & kInt8Flag) == 0 || (mode & kDoubleFlag) == 0) in_.Spoil();
    Weights weights = ReadWeights();
    if (!in_.ok()) return;
    if (last) Widen(weights);
    Append(static_cast<std::uint8_t>(mode & ~kInt8Flag), out_);
    Append(weights.outputs, out_);
    Append(weights.inputs, out_);
    Append(0.0, out_);
    for (const double value : weights.values) Append(value, out_);
  }

  void Widen(Weights& weights) const {
    for (const int like : like_) {
      const auto row = weights.values.begin() +
                       static_cast<std::ptrdiff_t>(like) * weights.inputs;
      const std::vector<double> copy(row, row + weights.inputs);
      weights.values.insert(weights.values.end(), copy.begin(), copy.end());
      weights.values.back() += kSeldom;
      ++weights.outputs;
    }
  }

  // What the network is called, then how it learns.
  void CopyTail() {
    CopyText();
    Append(in_.Number<std::int32_t>() & ~kIntModeFlag, out_);
    out_.append(in_.Rest());
  }

  std::uint32_t LastInputs() const {
    // Of the layer that names letters: a softmax of its own name.
    Reader ahead = in_;
    const std::string_view rest = ahead.Rest();
    constexpr std::string_view kName = "Softmax";
    const std::size_t at = rest.rfind(kName);
    if (at == std::string_view::npos) return 0;
    Reader header(rest.substr(at + kName.size()));
    header.Take(2 + sizeof(std::uint32_t));
    return header.Number<std::uint32_t>() + 1;  // and the bias
  }

  Reader in_;
  std::vector<int> like_;
  std::uint32_t last_inputs_ = 0;
  std::string out_;
};

// A unicharset: how many, then one a line, its text before the first space.
struct Letters {
  std::vector<std::string> lines;

  std::optional<int> Find(const std::string& letter) const {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].substr(0, lines[i].find(' ')) == letter) {
        return static_cast<int>(i);
      }
    }
    return std::nullopt;
  }
};

Letters LettersOf(const std::string& unicharset) {
  std::istringstream in(unicharset);
  Letters letters;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) letters.lines.push_back(line);
  return letters;
}

std::string TextOf(const Letters& letters) {
  std::string text = std::to_string(letters.lines.size()) + "\n";
  for (const std::string& line : letters.lines) text += line + "\n";
  return text;
}

// properties, box, script, other case, direction, mirror, normed form
std::string LineOf(const NewLetter& letter, int id) {
  const bool is_letter = letter.properties == "3" || letter.properties == "5";
  const std::string own = std::to_string(id);
  return letter.letter + " " + letter.properties + " 0,255,0,255,0,0,0,0,0,0 " +
         (is_letter ? "Latin " : "Common ") + own +
         (is_letter ? " 0 " : " 10 ") + own + " " + letter.letter;
}

// The code of each letter, where all have one of one number.
Result<std::vector<std::int32_t>> CodesOf(std::string_view recoder) {
  Reader in(recoder);
  std::vector<std::int32_t> codes(in.Number<std::uint32_t>() & 0xFFFFFU);
  for (std::int32_t& code : codes) {
    in.Take(1);
    if (in.Number<std::uint32_t>() != 1) in.Spoil();
    code = in.Number<std::int32_t>();
  }
  if (!in.ok()) return Damaged("lstm-recoder", "Codes of one number each.");
  return codes;
}

std::string RecoderOf(const std::vector<std::int32_t>& codes) {
  std::string out;
  Append(static_cast<std::uint32_t>(codes.size()), out);
  for (const std::int32_t code : codes) {
    Append(static_cast<std::int8_t>(1), out);  // stands for itself
    Append(std::uint32_t{1}, out);
    Append(code, out);
  }
  return out;
}

}  // namespace

Result<ModelParts> Widened(const ModelParts& parts,
                           const std::vector<NewLetter>& added) {
  Letters letters = LettersOf(parts.unicharset);
  auto codes = CodesOf(parts.recoder);
  if (!codes) return Fail(codes.error());
  if (codes->size() != letters.lines.size()) {
    return Damaged("lstm-recoder", "It has not one code a letter.");
  }
  std::int32_t next = *std::max_element(codes->begin(), codes->end()) + 1;
  std::vector<int> like;
  for (const NewLetter& letter : added) {
    const auto known = letters.Find(letter.like);
    if (!known || letters.Find(letter.letter)) {
      return Damaged(letter.letter, "It is known, or nothing is like it.");
    }
    like.push_back((*codes)[static_cast<std::size_t>(*known)]);
    const int id = static_cast<int>(letters.lines.size());
    letters.lines.push_back(LineOf(letter, id));
    codes->push_back(next++);
  }
  auto network = NetworkCopy(parts.network, std::move(like)).Run();
  if (!network) return Fail(network.error());
  return ModelParts{std::move(*network), TextOf(letters), RecoderOf(*codes)};
}

}  // namespace donthu::bench
