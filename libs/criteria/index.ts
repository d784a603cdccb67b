export * from './facts';
export * from './framework/parse-framework';
export { PROBLEM_CODES } from './framework/problem';
export type { FrameworkProblem, ProblemCode } from './framework/problem';
export * from './framework/unfilled-conditions';
export * from './extension/extension';
export * from './extension/resolve-extension';
export * from './extension/parse-extension';
export * from './extension/extended-base';
export { METRICS } from './metrics/registry';
export type {
  Metric,
  MetricParam,
  MetricResult,
  MetricSetting,
  ParamNames,
} from './metrics/metric';
export * from './evaluation/scorecard';
export * from './evaluation/evaluate';
export * from './evaluation/contradiction';
export { meetingLevel } from './meetings/meeting-level';
export { shortcomingsOf, validityFor, type MeetingShortcoming } from './meetings/meeting-validity';
export * from './evaluation/actual-text';
export { figureToNumber } from './evaluation/figure';
export * from './explanation/explain';
export { judgeMeeting, type JudgedMeeting } from './meetings/judge-meeting';
export { firstSignal } from './violations/first-signal';
export type { Report, SignalReport } from './violations/first-signal';
export { targetMargin } from './metrics/targets.metric';
