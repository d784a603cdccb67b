export * from './office';
export * from './ward';
export * from './workbook';
