#include "stages/assess/clocks.h"

#include <utility>

#include "stages/assess/eligibility.h"
#include "stages/assess/listing.h"
#include "stages/assess/work_calendar.h"

namespace donthu {
namespace {

bool Counts(const DeadlineRow& row, Label part, const std::string& instance,
            OfficeLevel level, const std::string& received) {
  return Has(row.applies, part) &&
         (row.instances.empty() || Has(row.instances, instance)) &&
         (row.levels.empty() || Has(row.levels, level)) &&
         row.effective_from <= received &&
         (row.effective_to.empty() || received <= row.effective_to);
}

Deadline Started(const DeadlineRow& row, Label part, Day start,
                 const WorkCalendar& calendar, const std::string& version) {
  const Day due = row.unit == DayUnit::kWorking
                      ? calendar.AfterWorking(start, row.days)
                      : calendar.AfterCalendar(start, row.days);
  Deadline clock;
  clock.id = row.id;
  clock.part = part;
  clock.condition = row.condition;
  clock.law = row.law;
  clock.start = ToIso(start);
  clock.start_event = "ngay_nhan";
  clock.due = ToIso(due);
  clock.days = row.days;
  clock.unit = row.unit;
  clock.rule_version = version;
  clock.assumptions = calendar.Doubts(start, due);
  if (!row.verified) clock.assumptions.emplace_back("rule_unverified");
  return clock;
}

}  // namespace

std::vector<Deadline> StartClocks(const Assess::Input& input,
                                  const LegalTables& tables,
                                  const Office& office) {
  if (!input.received_date) return {};
  const auto start = DayFromIso(*input.received_date);
  if (!start) return {};
  const WorkCalendar calendar(tables.years);
  const std::string instance = input.fields.instance.value.value_or("");
  std::vector<Deadline> clocks;
  for (const Label part : PartLabels(input.classification)) {
    for (const DeadlineRow& row : tables.deadlines) {
      if (!Counts(row, part, instance, office.level, *input.received_date)) {
        continue;
      }
      Deadline clock = Started(row, part, *start, calendar, tables.version);
      if (!Has(clocks, clock)) clocks.push_back(std::move(clock));
    }
  }
  return clocks;
}

}  // namespace donthu
