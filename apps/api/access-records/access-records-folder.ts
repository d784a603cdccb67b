/** Of the records of who looked, in the data folder and in a back-up. */
export const ACCESS_RECORDS = 'access-records';
export const RECORDS_FILE = 'records.db';
/** Of their tree, in that folder. */
export const TREE = 'tree';
