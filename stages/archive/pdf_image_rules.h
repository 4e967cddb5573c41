// What of a PDF's image may stand in a copy.
#pragma once

class QPDFObjectHandle;

namespace donthu {

// Whether PDF/A-2 takes the image as it is: filters of ISO 19005-2, 6.1.7.2
// but for JPX, whose insides would have to be looked at (6.2.8.3); colours
// that an output intent of sRGB or a profile of the image's own gives a
// meaning (6.2.4).
bool IsImageOfPdfA(QPDFObjectHandle image);

// Sides of 3 to 14,400 units (6.1.13).
bool IsBoxOfPdfA(QPDFObjectHandle box);

// Leaves the keys that say how the samples are coded and what they mean;
// alternates, proxies, interpolation, metadata and the like go.
void KeepImageKeys(QPDFObjectHandle image_keys);

}  // namespace donthu
