export { BundleUnreadable, type Bundle } from './reading/bundle';
export { bundleOfFiles, type BundleFile } from './reading/bundle-files';
export { readBundleFiles } from './reading/find-files';
export { isComplete, reportAsCsv, summaryOf, type ImportReport } from './report/import-report';
export { runImport, type ImportOptions } from './running/import-run';
export { TABLE_IMPORTS } from './tables';
export type { Waiting } from './running/outages';
export { takeBundle, type BundleTaking, type Rehearse } from './running/take-bundle';
