// PDFs written out by hand, object by object.
#pragma once

#include <string>

namespace donthu {

struct MadePdf {
  std::string media_box = "[0 0 72 144]";
  std::string page_keys;  // more of the page: "/Rotate 90"
  std::string resources = "/XObject << /Im 5 0 R >>";
  std::string content = "72 0 0 144 0 0 cm /Im Do";
  std::string image_keys;  // "/ColorSpace /DeviceGray ..."
  int width_px = 0;
  int height_px = 0;
  std::string image_data;
  std::string more_objects;  // whole ones from "6 0 obj" on
};

// A sound file with a right cross-reference table.
std::string Written(const MadePdf& pdf);

// The same file behind a password; an empty one opens without asking.
std::string Encrypted(const std::string& pdf, const std::string& password);

// The catalogue of a sound document, and no page.
std::string PdfWithoutPages();

}  // namespace donthu
