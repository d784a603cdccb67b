export { summarise } from './summarise';
export { LANGUAGES } from './sentence';
export type { Language, Sentence } from './sentence';
export { FORMS, RATINGS, SOURCES } from './terms';
