/** Events after which the public reports on a pledge, or how fresh they are, may differ. */
export const publicReportEvents: readonly string[] = [
  "report.accepted",
  "report_request.opened",
  "report_request.moved",
  "report_request.answered",
  "report_request.skipped",
  "report_request.closed",
];
