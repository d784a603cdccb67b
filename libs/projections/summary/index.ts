export { summarise } from './summarise';
export { LANGUAGES } from './sentence';
export type { Language } from './sentence';
