export { subjectKeysContract } from './subject-keys.contract';
