import type { Report } from '../report';
import { asCsv } from './as-csv';
import { asHtml } from './as-html';
import { asXlsx } from './as-xlsx';

type Format = (report: Report) => Buffer | Promise<Buffer>;

/** By the end of the name of the file. */
export const FORMATS: Readonly<Record<string, Format>> = {
  '.xlsx': asXlsx,
  '.csv': asCsv,
  '.html': asHtml,
};
