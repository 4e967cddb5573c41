// What of a page tells whether a letter begins, goes on or ends.
#pragma once

#include "models/page_json.h"
#include "stages/split/page_type.h"
#include "stages/split/page_words.h"

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
  bool address = false;     // "Gửi:", "Thưa …"
  bool to_office = false;   // "Kính gửi: Ủy ban …", not a person
  bool opening = false;     // "Tôi tên là", "Họ và tên" …
  bool dateline = false;    // "Cao Lãnh, ngày 18 tháng 7 năm 2023"
  bool office = false;  // "Số: 12/QĐ-UBND", "QUYẾT ĐỊNH", "HÓA ĐƠN" …:
                        // no letter, but what is enclosed with one
  bool transfer = false;  // "PHIẾU CHUYỂN": before the letter it is about
  bool starts_small = false;  // the first word goes on a sentence
  bool starts_full = false;   // the first line fills the width
  int first_item = 0;         // "3. …" that begins the first item; 0: none

  // At its foot.
  bool signed_off = false;   // "Người làm đơn", "Ký tên" …
  bool named = false;        // a name stands alone there
  bool office_sign = false;  // "Nơi nhận", "KT. CHỦ TỊCH" …
  bool closing = false;      // "Xin chân thành cảm ơn", "cam đoan" …
  bool ends_open = false;    // the last line ends within a sentence
  double text_end = 0.0;     // its place: 0 at the top to 1 at the bottom
  int last_item = 0;

  int page_number = 0;  // printed at head or foot; 0: none
  int page_count = 0;   // "2/3"; 0: not told

  int lines = 0;
  PageWords words;
  PageType type;
};

PageCues CuesOf(const PageResult& page);

}  // namespace donthu
