// What of a page tells whether a letter begins, goes on or ends.
#pragma once

#include "models/page_json.h"

namespace donthu {

// Cues of one page; texts are matched without marks, so that most of what the
// engine misreads does not matter. Domain brief §6.1 to §6.7.
struct PageCues {
  bool readable = false;  // has words
  PageStatus status = PageStatus::kOk;

  // At its head.
  bool heading = false;  // "CỘNG HÒA XÃ HỘI…" or "Độc lập - Tự do…"
  bool title = false;       // "ĐƠN KHIẾU NẠI" … as a line of its own
  bool salutation = false;  // "Kính gửi"
  bool to_office = false;   // "Kính gửi: Ủy ban …", not a person
  bool opening = false;     // "Tôi tên là", "Họ và tên" …
  bool office = false;  // "Số: 12/QĐ-UBND", "QUYẾT ĐỊNH", "HÓA ĐƠN" …:
                        // no letter, but what is enclosed with one
  bool transfer = false;  // "PHIẾU CHUYỂN": before the letter it is about
  bool starts_small = false;  // the first word goes on a sentence

  // At its foot.
  bool signed_off = false;  // "Người làm đơn", "Ký tên" …
  bool closing = false;     // "Xin chân thành cảm ơn", "cam đoan" …
  bool ends_open = false;   // the last line ends within a sentence
  double text_end = 0.0;    // its place: 0 at the top to 1 at the bottom

  int page_number = 0;  // printed at head or foot; 0: none
  int page_count = 0;   // "2/3"; 0: not told

  // Paper and type, as shares of the page's width or height; 0: not known.
  double aspect = 0.0;  // width by height
  double dpi = 0.0;
  double line_height = 0.0;   // median
  double letter_width = 0.0;  // mean of the letters within words
  double left = 0.0;          // where lines begin: lower quartile
  double confidence = 0.0;
};

PageCues CuesOf(const PageResult& page);

}  // namespace donthu
