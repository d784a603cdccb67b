export { FollowedTestLog } from './followed-log';
export { HandClock } from './hand-clock';
