import type { RecordedFact } from '#projection-engine';
import { withMember } from './entries';

/** The years of which anything was ever recorded: those in which news of an organisation may matter. */
export interface CalendarDocument {
  readonly kind: 'calendar';
  readonly years: readonly number[];
  /** Of these, the years for which any organisation was ever recognised. */
  readonly recognised: readonly number[];
}

export const emptyCalendar: CalendarDocument = { kind: 'calendar', years: [], recognised: [] };

/** A year that was ever spoken of stays: also when what was said of it is corrected. */
export function withYear(
  document: CalendarDocument,
  { type, data }: RecordedFact,
): CalendarDocument {
  if (!('year' in data)) return document;
  const { years, recognised } = document;
  return {
    ...document,
    years: withMember(years, data.year),
    recognised: type === 'RecognitionGranted' ? withMember(recognised, data.year) : recognised,
  };
}
