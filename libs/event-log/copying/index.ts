export { compareLogs, copyLog, type CopyOptions, type CopyReport } from './copy-log';
export type { StreamNaming } from './copied-event';
export { LogsDiffer } from './logs-differ';
export { RecordingTime } from './recording-time';
