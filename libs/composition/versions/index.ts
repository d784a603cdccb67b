export { inCurrentVersion, UPCASTERS } from './current-version';
export { currentStreamNames, streamOfEvent } from './stream-names';
