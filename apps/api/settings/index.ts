export { readSettings } from './read-settings';
export { SettingsInvalid, type Settings } from './settings';
