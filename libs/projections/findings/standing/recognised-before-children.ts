import type { EventRef } from '#projection-engine';
import type { KeptFact } from '../../facts';
import { wasChildOf } from '../subjects/organisation.subject';
import type { OrganisationSubject } from '../subjects/organisation.subject';
import type { StandingSubject } from '../subjects/standing.subject';
import type { Question } from '../question';
import { shown } from '../terms';
import { lastGrant } from '../subjects/last-grant';

/** Whether all direct children were recognised on the day the organisation was, as is known now. */
export const recognisedBeforeChildren = {
  kind: 'RECOGNISED_BEFORE_CHILDREN',
  rule: 'R-04',
  asks: 'Which committees were recognised while a direct child of theirs was not (R-04)?',
  answer: ({ organisation, year, ofYear, children }) => {
    const grant = lastGrant(ofYear);
    if (!grant) return [];
    const { granted, ...settled } = grant;
    const of = children.filter((one) => wasChildOf(one, organisation, granted.effectiveAt));
    const missing = of.filter((child) => !wasRecognised(child, year, granted));
    if (missing.length === 0) return [];
    return [
      {
        figures: {
          children: of.length,
          notRecognised: missing.length,
          organisations: missing.map((child) => child.organisation).join(', '),
        },
        events: [granted],
        ...settled,
      },
    ];
  },
  sentence: ({ children, notRecognised, organisations }) => ({
    vi: `Được công nhận khi ${shown(notRecognised)}/${shown(children)} tổ chức trực thuộc chưa được công nhận: ${shown(organisations)}.`,
    en: `Recognised while ${shown(notRecognised)} of ${shown(children)} direct subordinate organisations were not: ${shown(organisations)}.`,
  }),
} as const satisfies Question<StandingSubject>;

function wasRecognised({ facts }: OrganisationSubject, year: number, on: EventRef): boolean {
  const last = facts
    .filter((fact) => isDecision(fact) && 'year' in fact.data && fact.data.year === year)
    .filter(({ effectiveAt }) => Date.parse(effectiveAt) <= Date.parse(on.effectiveAt))
    .at(-1);
  return last?.type === 'RecognitionGranted';
}

function isDecision({ type }: KeptFact): boolean {
  return (
    type === 'RecognitionGranted' || type === 'RecognitionRefused' || type === 'RecognitionRevoked'
  );
}
