export * from './office';
export * from './spelled-files';
export * from './ward';
export * from './workbook';
export * from './written-workbook';
export * from './zip';
