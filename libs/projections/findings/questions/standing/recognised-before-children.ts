import type { EventRef } from '#projection-engine';
import type { KeptFact } from '../../../facts';
import { wasChildOf } from '../../subjects/organisation.subject';
import type { OrganisationSubject } from '../../subjects/organisation.subject';
import type { StandingSubject } from '../../subjects/standing.subject';
import type { Question } from '../../question';
import { lastGrant } from './last-grant';

/** Whether all direct children were recognised on the day the organisation was, as is known now. */
export const recognisedBeforeChildren: Question<StandingSubject> = {
  kind: 'RECOGNISED_BEFORE_CHILDREN',
  answer: ({ organisation, year, ofYear, children }) => {
    const granted = lastGrant(ofYear);
    if (!granted) return [];
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
      },
    ];
  },
};

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
