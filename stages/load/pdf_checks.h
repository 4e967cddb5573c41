// What in the structure of a PDF would make a reader run away: looked at
// before qpdf or poppler follow it.
#pragma once

#include <set>

#include "models/result.h"
#include "stages/load/load.h"

class QPDF;
class QPDFObjGen;
class QPDFObjectHandle;

namespace donthu {

// qpdf follows the tree of pages by recursion; writers balance theirs, and
// 2,000 pages make one of four levels.
constexpr int kMaxTreeDepth = 200;

// Before objects are looked for: fails with kTooManyObjects, and with
// kStreamTooLarge where a stream that others are packed into unpacks to more
// than the limit. Throws as qpdf does.
Status CheckObjects(QPDF& pdf, const LoadLimits& limits);

// Fails with kDocumentDamaged where the tree of pages is deeper than
// kMaxTreeDepth, with kTooManyPages. Throws as qpdf does.
Status CheckPageTree(QPDF& pdf, const LoadLimits& limits);

// Poppler's functions and colours lead from one object to the next by
// recursion, as does qpdf's copying.
constexpr int kMaxChain = 2'000;

// Whether the fields of the interactive form, counted each time that they are
// reached, are more than poppler can follow: fields that share their children
// double with every level.
bool HasRunawayForm(QPDF& pdf);

// `contents` is a stream or an array of them. Fails with kStreamTooLarge where
// they unpack, together, to more than the limit.
Status CheckContents(QPDFObjectHandle contents, const LoadLimits& limits);

// Objects that were looked at and need not be again.
using SoundObjects = std::set<QPDFObjGen>;

// Everything that `object`, an image or resources, is drawn with. Fails with
// kStreamTooLarge where a stream that is no image unpacks to more than the
// limit, with kTooManyPixels where an image is larger than a page may be, with
// kDocumentDamaged where one object leads to the next too often.
Status CheckDrawn(QPDFObjectHandle object, const LoadLimits& limits,
                  SoundObjects* sound);

// The contents, the resources and the looks of the annotations of a page.
Status CheckPage(QPDFObjectHandle page, const LoadLimits& limits,
                 SoundObjects* sound);

}  // namespace donthu
