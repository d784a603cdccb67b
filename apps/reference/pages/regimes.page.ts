import { DISCIPLINE_REGIMES, MEETING_REGIMES, RATING_REGIMES } from '#domain';
import type { DisciplineRegime, MeetingRegime, RatingRegime, Regime } from '#domain';
import { code, table } from './markdown';
import type { Page } from './page';
import { pageOf } from './page';

/** What each number or list of a regime is, so that none is left out. */
type Meanings<R extends Regime> = Readonly<Record<Exclude<keyof R, keyof Regime> & string, string>>;

const DISCIPLINE: Meanings<DisciplineRegime> = {
  formsOfMembers: 'forms of discipline of members',
  formsOfOrganisations: 'forms of discipline of organisations',
  formsOfProbationaryMembers: 'all that a probationary member can get (R-32)',
  formsDecidedByCells: 'what a cell decides of its own members (R-33)',
  announcedWithinDays: 'announced within so many days of signing (R-23)',
  announcedByCellsWithinDays: 'the same, of a decision that a cell takes itself (R-23)',
  complaintWithinMonths: 'months for a complaint (R-22)',
  endsAfterMonths: 'months from the announcement until it ends (R-20)',
  limitationMonths: 'months from the act on; no limit for other forms (R-19)',
};

const RATING: Meanings<RatingRegime> = {
  points: 'points: maximum of each part, and from how many on a level is reached',
  memberFailed: 'what makes a member `FAILED` (R-13)',
  organisationFailed: 'what makes an organisation `FAILED`, shares of one (R-14)',
  excellentBlockedBy: 'whose discipline stands against `EXCELLENT` (R-15)',
};

const MEETING: Meanings<MeetingRegime> = {
  minimumMinutes: 'minutes at least (R-10)',
  minimumMinutesCombined: 'the same, of a regular and a thematic meeting in one (R-10)',
  documentsDaysBefore: 'days between documents and meeting (R-10)',
};

export function regimesPage(): Page {
  return pageOf(
    {
      file: 'regimes.md',
      title: 'National rules',
      about: 'Which regulations of the Party hold when, and what follows from them.',
    },
    [
      'Chosen by the date of what they are about. The oldest known ones also hold for whatever was before. What was decided under one keeps its deadlines when the next one comes.',
      '## Discipline',
      regimeTable(DISCIPLINE_REGIMES, DISCIPLINE),
      '## Yearly rating',
      regimeTable(RATING_REGIMES, RATING),
      '## Meetings',
      'Where they say nothing, and where a framework’s meeting scale says something else, the framework decides.',
      regimeTable(MEETING_REGIMES, MEETING),
    ],
  );
}

function regimeTable<R extends Regime>(regimes: readonly R[], meanings: Meanings<R>): string {
  const keys = Object.keys(meanings) as (keyof Meanings<R>)[];
  return table(
    ['', ...regimes.map(nameOf)],
    [
      ['holds from', ...regimes.map(({ from }) => from ?? 'the beginning')],
      ...keys.map((key) => [meanings[key], ...regimes.map((regime) => valueText(regime[key]))]),
    ],
  );
}

function nameOf({ regulations }: Regime): string {
  return regulations.map(({ number, date }) => `${number} (${date})`).join(', ');
}

/** Codes and figures as they are; a value within a value is named. */
function valueText(value: unknown, between = '; '): string {
  if (value === undefined) return '–';
  if (isList(value)) return listText(value);
  if (typeof value === 'string') return code(value);
  if (typeof value !== 'object' || value === null) return code(JSON.stringify(value));
  return Object.entries(value)
    .map(([name, inner]) => `${name} ${valueText(inner)}`)
    .join(between);
}

function listText(values: readonly unknown[]): string {
  return values.length === 0 ? '–' : values.map((value) => valueText(value, ' ')).join(', ');
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
