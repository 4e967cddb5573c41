#include "pipeline/store/audit.h"

#include "models/sha256.h"

namespace donthu {

std::string AuditLink(const std::string& before, const AuditEvent& event) {
  return Sha256Hex(before + "\n" + event.at + "\n" + event.event + "\n" +
                   event.record_id + "\n" + std::to_string(event.revision) +
                   "\n" + event.record_sha256);
}

Status AppendToAudit(Database& database, const AuditEvent& event) {
  std::string before;
  {
    auto last =
        database.Prepare("SELECT link FROM audit ORDER BY id DESC LIMIT 1");
    if (!last) return Fail(last.error());
    const auto row = last->Step();
    if (!row) return Fail(row.error());
    if (*row) before = last->Text(0);
  }
  auto put = database.Prepare(
      "INSERT INTO audit (at, event, record_id, revision, record_sha256, link)"
      " VALUES (?, ?, ?, ?, ?, ?)");
  if (!put) return Fail(put.error());
  return put->Bind(event.at)
      .Bind(event.event)
      .Bind(event.record_id)
      .Bind(event.revision)
      .Bind(event.record_sha256)
      .Bind(AuditLink(before, event))
      .Run();
}

Result<AuditCheck> CheckAudit(Database& database) {
  auto links = database.Prepare(
      "SELECT at, event, record_id, revision, record_sha256, link, id"
      " FROM audit ORDER BY id");
  if (!links) return Fail(links.error());
  AuditCheck check;
  std::string before;
  for (;;) {
    const auto row = links->Step();
    if (!row) return Fail(row.error());
    if (!*row) return check;
    ++check.links;
    const AuditEvent event = {links->Text(0), links->Text(1), links->Text(2),
                              static_cast<int>(links->Number(3)),
                              links->Text(4)};
    before = AuditLink(before, event);
    if (before == links->Text(5) && links->Number(6) == check.links) continue;
    check.broken_at = links->Number(6);
    return check;
  }
}

}  // namespace donthu
