// What the store has, into the output folder: each change once it is in the
// store, and again after a crash until the disk has it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "models/record.h"
#include "models/result.h"
#include "pipeline/letter_writer.h"
#include "pipeline/output.h"
#include "pipeline/store/store.h"

namespace donthu {

class Publisher {
 public:
  // Letters between two syncs of the disk: few enough to make again within a
  // second after a power cut, many enough that syncing costs nothing.
  static constexpr int kSettleEvery = 200;
  static constexpr int kSettleEveryMadeFromPages = 2000;

  Publisher(OutputPaths paths, Store& store, int settle_every = kSettleEvery)
      : paths_(std::move(paths)), store_(store), settle_every_(settle_every) {}

  // What an earlier run left in the outbox. A page whose image did not
  // survive a power cut is forgotten, and its letter is to be made anew; so
  // is an archive copy.
  Status CatchUp();
  // Records that PutLetters or PutReview has just put, after those that wait.
  Status Write(const std::vector<Record>& records);
  // Such records, too, but a thread writes them (letter_writer.h). Fails as
  // the writing of earlier ones did.
  Status WriteLater(std::vector<Record> records);
  // Archive copies that PutArchives has just put: from work/ to their letter.
  Status WriteArchives(const std::string& record_id);
  // Settles where enough has gathered since the last time. Either one only
  // outside of a transaction.
  Status SettleWhereDue();
  // Writes what waits, syncs what was written, then forgets it.
  Status Settle();

 private:
  Status AwaitWriter();
  Status WriteRow(const OutboxRow& row);
  Status CheckImages(const Record& record);
  Status MoveArchives(const std::string& record_id);

  OutputPaths paths_;
  Store& store_;
  int settle_every_;
  std::unique_ptr<LetterWriter> writer_;  // once there is something for it
  int unsettled_ = 0;                     // those that wait among them
};

}  // namespace donthu
