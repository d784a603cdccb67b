import { refOf } from '../../facts';
import type { KeptFact } from '../../facts';
import type { Question } from '../question';
import { shown } from '../terms';
import { namedByAll } from './facts-of-record';
import type { FactsOfRecord } from './facts-of-record';

/** More than a month lies between what happened and its entry; a file tells of other times. */
const LATE_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Processes record what time brought when they come to it, for the day on which it did. */
const OF_TIME: readonly KeptFact['type'][] = [
  'AnnouncementOverdue',
  'DisciplineExpired',
  'MeetingMissed',
  'PeriodClosed',
  'PublicationOverdue',
  'RecognitionReviewRequired',
  'RightsRestored',
];

/** What there was when the log began is entered with the day since when it was so. */
const OF_REGISTERS: readonly KeptFact['type'][] = ['OrganisationEstablished', 'MemberAdmitted'];

export const backdated = {
  kind: 'BACKDATED',
  rule: null,
  asks: 'Which facts were recorded more than 30 days after they were true, other than by an import or a process? Organisations and members that there were before are not asked about.',
  answer: ({ facts }) => {
    const late = facts.filter((fact) => isEntered(fact) && delayOf(fact) > LATE_DAYS * DAY_MS);
    if (late.length === 0) return [];
    const days = Math.floor(Math.max(...late.map(delayOf)) / DAY_MS);
    return [
      { ...namedByAll(late), figures: { facts: late.length, days }, events: late.map(refOf) },
    ];
  },
  sentence: ({ facts, days }) => ({
    vi: `${shown(facts)} sự kiện được ghi nhận muộn, chậm nhất ${shown(days)} ngày sau khi xảy ra.`,
    en: `${shown(facts)} facts were recorded late, up to ${shown(days)} days after they were true.`,
  }),
} as const satisfies Question<FactsOfRecord>;

function isEntered({ imported, type }: KeptFact): boolean {
  return imported === undefined && !OF_TIME.includes(type) && !OF_REGISTERS.includes(type);
}

function delayOf({ recordedAt, effectiveAt }: KeptFact): number {
  return Date.parse(recordedAt) - Date.parse(effectiveAt);
}
