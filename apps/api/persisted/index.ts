export { PersistedOperations } from './persisted-operations';
