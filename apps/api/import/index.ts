export { BundleUnreadable, type Bundle } from './bundle';
export { bundleOfFiles, type BundleFile } from './bundle-of-files';
export { isComplete, reportAsCsv, summaryOf, type ImportReport } from './import-report';
export { runImport, type ImportOptions } from './import-run';
