export * from './office';
export * from './ward';
export * from './workbook';
export * from './written-workbook';
export * from './zip';
