// An outcome, held against those before it.
#pragma once

#include "job/findings.hpp"
#include "nianbao/job.hpp"
#include "nianbao/neighbours.hpp"

#include <span>
#include <string>

namespace nianbao {

/// Adds to an outcome what its report is found to have in common with those before it
/// (Y-04, T2-04). REQUIRES: called in the order of the jobs.
inline void hold_against(Outcome& outcome, const ReportSketch& sketch, Neighbours& neighbours,
                         std::span<const std::string> disabled) {
    add(outcome.findings, neighbours.add(sketch, disabled));
    locate(outcome.findings, outcome.source);
}

}  // namespace nianbao
