export { compareLogs, copyLog, type CopyOptions, type CopyReport } from './copy-log';
export { LogsDiffer } from './logs-differ';
export { RecordingTime } from './recording-time';
