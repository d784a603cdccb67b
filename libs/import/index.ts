export { BundleUnreadable, type Bundle } from './bundle';
export { readBundleFiles } from './bundle-files';
export { bundleOfFiles, type BundleFile } from './bundle-of-files';
export { isComplete, reportAsCsv, summaryOf, type ImportReport } from './import-report';
export { runImport, type ImportOptions } from './import-run';
export { IMPORT_PATH, type ImportMessage } from './messages';
export { ServiceRefused, sendBundle } from './remote/send-bundle';
export { takeBundle, type Rehearse } from './take-bundle';
