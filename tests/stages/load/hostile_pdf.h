// PDFs that are small and cost their reader much, written object by object.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace donthu {

// Objects 1, 2, ... with a cross-reference table; the first is the catalogue.
// Unlike Written(), nothing tidies the file up. `trailer_keys` are added.
std::string RawFile(const std::vector<std::string>& objects,
                    const std::string& trailer_keys = "");

// "<< keys /Length … >> stream … endstream".
std::string RawStream(const std::string& keys, const std::string& data);

// zlib data that unpacks to `mebibytes` MiB of spaces, about a thousandth of
// that long.
std::string PackedSpaces(int mebibytes);
std::string Packed(const std::string& data);

// One page of 72 by 144 points with this content, drawn, not taken out.
struct HostilePage {
  std::string content_keys;  // of the stream: "/Filter /FlateDecode"
  std::string content = "0 0 10 10 re f";
  std::string page_keys;  // "/Resources << ... >>"
  std::string catalog_keys;
  std::vector<std::string> more_objects;  // from number 5 on
  std::string trailer_keys;
  std::string media_box = "[0 0 72 144]";
  std::string count = "1";
};
std::string RawPdf(const HostilePage& page);

// A page whose resources, object 6, are packed into the stream that is object
// 5;
struct PackedObject {
  std::string keys;           // "/N 1 /First 4"
  std::string data;           // "6 0 << >>"
  bool packs_itself = false;  // object 5 is said to lie in object 5
};
std::string RawPdf(const PackedObject& packed);

// A page with numbers beside it, `objects` in all.
std::string PdfOfManyObjects(int objects);
// Every level of the tree of pages holds the next, the last a page.
std::string PdfWithDeepTree(int levels);
// Every level of the form's fields holds the next one twice.
std::string PdfWithSharedFields(int levels);
// Every level of forms draws the next one twice.
std::string PdfWithDoublingForms(int levels);
// A colour space leads to the next, and so on.
std::string PdfWithLongChain(int objects);

}  // namespace donthu
