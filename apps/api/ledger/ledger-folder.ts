/** Of the ledger, in the data folder and in a back-up. */
export const LEDGER = 'ledger';
