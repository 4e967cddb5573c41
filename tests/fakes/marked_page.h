// How a test tells the fake what to do with a page: by the page's width.
#pragma once

namespace donthu {

inline constexpr int kLetterWidthPx = 600;  // of a page that reads well
inline constexpr int kLetterHeightPx = 850;

// Added to the width.
enum class Mark {
  kNone = 0,
  kAbort = 1,          // the worker dies of SIGABRT
  kSegfault = 2,       // … of SIGSEGV
  kBusyForever = 3,    // uses the processor and never ends
  kSleepForever = 4,   // never ends and uses no processor
  kStubborn = 5,       // ignores SIGTERM and never ends
  kEatMemory = 6,      // asks for memory until there is none
  kGarbageAnswer = 7,  // sends what is no answer
  kLongAnswer = 8,     // sends more than a message may hold
  kForgedAnswer = 9,   // answers a request that nobody made
  kBoxesOutside = 10,  // gives words that lie outside the page
  kGiveUp = 11,        // fails as an engine may
  kChatty = 12,        // writes the letter to standard error, and reads well
  kSlow = 13,          // takes a tenth of a second, and reads well
  // What only an attack does (tests/fakes/probe.h): the page fails, and the
  // error says how the attempt ended.
  kReadPasswords = 14,  // opens the password file
  kWriteOutside = 15,   // makes a file
  kConnect = 16,        // opens a connection
  kFork = 17,           // starts a process
  kExec = 18,           // becomes another program
  kTrace = 19,          // takes hold of another process
  kSignalOther = 20,    // sends a signal to its parent
  kChangeUser = 21,     // asks for the user that it is
  kMakeCode = 22,       // makes memory that can be written and executed
  kHideFile = 23,       // makes a nameless file
  kLookAround = 24,     // asks for the facts of a file by its name
  kGrowFile = 25,       // makes what it may write to a terabyte long
};

inline int WidthOf(Mark mark) {
  return kLetterWidthPx + static_cast<int>(mark);
}

inline Mark MarkOf(int width_px) {
  const int mark = width_px - kLetterWidthPx;
  const bool known = mark >= 0 && mark <= static_cast<int>(Mark::kGrowFile);
  return known ? static_cast<Mark>(mark) : Mark::kNone;
}

}  // namespace donthu
