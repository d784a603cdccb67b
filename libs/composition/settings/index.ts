export { DEFAULT_LIMITS, type LimitSettings } from './limit-settings';
export { inWords, secondsOf } from './duration';
export { readSettings } from './read-settings';
export {
  SettingsInvalid,
  TOKEN_MAX_AGE_SECONDS,
  type EventLogUser,
  type OpenIdSettings,
  type Settings,
  type WebhookSettings,
} from './settings';
