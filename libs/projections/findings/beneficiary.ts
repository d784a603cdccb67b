import type { Actor } from '#vocabulary';
import type { KeptFact } from '../facts';
import { refOf } from '../facts';
import type { Answer, Question } from './question';
import { shown } from './terms';

/** Whether anybody behind a fact acts in the organisation it is about, or is the person it is about. */
export function isOfBeneficiary(data: object, by: readonly Actor[] = []): boolean {
  const { organisation, member } = data as {
    readonly organisation?: string;
    readonly member?: string;
  };
  return by.some((actor) => actor.organisation === organisation || actor.id === member);
}

/**
 * What makes a scorecard better: whoever it is about may record some of it, and an inspector asks which. Meetings that
 * were held are every cell's own to record: the history tells them by `byBeneficiary`.
 */
function isFavourable({ type, data }: KeptFact): boolean {
  switch (type) {
    case 'SignalReceived':
      return 'source' in data && (data.source === 'SELF' || data.source === 'INSPECTION');
    case 'ConclusionReached':
      return 'confirmed' in data && !data.confirmed;
    case 'RemediationCompleted':
    case 'CaseClosed':
    case 'MeetingScoreConfirmed':
    case 'OrganisationRatingDecided':
    case 'AppraisalRecorded':
    case 'RecognitionGranted':
    case 'RecognitionUpheld':
      return true;
    default:
      return false;
  }
}

interface WithFacts {
  readonly facts: readonly KeptFact[];
}

export const factOfBeneficiary = {
  kind: 'FACT_OF_BENEFICIARY',
  rule: null,
  asks: 'Which facts that make a scorecard better were recorded by the organisation or the person they are about, within their authority or not?',
  answer: ({ facts }): readonly Answer[] => {
    const own = facts.filter((fact) => isFavourable(fact) && isOfBeneficiary(fact.data, fact.by));
    if (own.length === 0) return [];
    return [{ ...aboutOf(own[0]), figures: { facts: own.length }, events: own.map(refOf) }];
  },
  sentence: ({ facts }) => ({
    vi: `${shown(facts)} sự kiện có lợi do chính tổ chức hoặc người được hưởng lợi ghi nhận.`,
    en: `${shown(facts)} facts in its favour were recorded by the organisation or the person they are about.`,
  }),
} as const satisfies Question<WithFacts>;

/** More than a month lies between what happened and its entry; a file tells of other times. */
const LATE_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

export const backdated = {
  kind: 'BACKDATED',
  rule: null,
  asks: 'Which facts were recorded more than 30 days after they were true, other than by an import?',
  answer: ({ facts }): readonly Answer[] => {
    const late = facts.filter(
      ({ imported, recordedAt, effectiveAt }) =>
        imported === undefined &&
        Date.parse(recordedAt) - Date.parse(effectiveAt) > LATE_DAYS * DAY_MS,
    );
    if (late.length === 0) return [];
    const days = Math.max(
      ...late.map(({ recordedAt, effectiveAt }) =>
        Math.floor((Date.parse(recordedAt) - Date.parse(effectiveAt)) / DAY_MS),
      ),
    );
    return [
      { ...aboutOf(late[0]), figures: { facts: late.length, days }, events: late.map(refOf) },
    ];
  },
  sentence: ({ facts, days }) => ({
    vi: `${shown(facts)} sự kiện được ghi nhận muộn, chậm nhất ${shown(days)} ngày sau khi xảy ra.`,
    en: `${shown(facts)} facts were recorded late, up to ${shown(days)} days after they were true.`,
  }),
} as const satisfies Question<WithFacts>;

function aboutOf(fact: KeptFact | undefined): Pick<Answer, 'case' | 'meeting' | 'member'> {
  const data = (fact?.data ?? {}) as Pick<Answer, 'case' | 'meeting' | 'member'>;
  const { case: id, meeting, member } = data;
  return {
    ...(id === undefined ? {} : { case: id }),
    ...(meeting === undefined ? {} : { meeting }),
    ...(member === undefined ? {} : { member }),
  };
}
