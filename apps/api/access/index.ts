export { requireAllowed } from './require-allowed';
export { isOwnWebhook } from './own-webhook';
export type { Reach, Scope } from './scope';
export { declarationOf, Shown, Shows } from './shown';
export type { Sight } from './sight';
export { thoseSeen } from './those-seen';
export { Viewers } from './viewers';
export type { Viewer } from './viewers';
