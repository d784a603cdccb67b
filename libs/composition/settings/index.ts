export { readSettings } from './read-settings';
export { SettingsInvalid, type EventLogUser, type Settings } from './settings';
