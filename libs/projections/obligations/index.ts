export * from './obligation.document';
export * from './obligations.projection';
export { lastDayOfMonth, lastMonthOf, MONTHS, QUARTERS } from './periods';
