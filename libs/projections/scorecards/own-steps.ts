import type { OrganisationId } from '#vocabulary';
import type { OrganisationDocument } from './documents';
import { caseCounters } from './own-cases';
import { grievanceCounters } from './own-grievances';
import { memberSteps } from './own-members';
import { sumOfSteps } from './steps';
import type { Counters, Steps } from './steps';

/** What the organisation itself contributes to its own and its superiors' counts for a year. */
export function ownSteps(
  document: OrganisationDocument,
  organisation: OrganisationId,
  year: number,
): Steps {
  const newYear = `${year}-01-01`;
  const constant = (counters: Counters): Steps => ({ [newYear]: counters });
  return sumOfSteps([
    ...Object.values(document.members).map((entry) => memberSteps(entry, organisation, year)),
    ...Object.values(document.grievances).map((entry) => constant(grievanceCounters(entry, year))),
    ...Object.values(document.cases).map((entry) => constant(caseCounters(entry, year))),
  ]);
}
