import { inOrder } from '../facts';
import type { FactArchive } from './fact-archive';
import type { Hearing } from './hearing';
import type { FactsSubject } from './keys';
import { answersTo } from './question';
import { ofType } from './subjects/of-type';
import type { OrganisationYear } from './subjects/year.subject';
import { APPRAISAL_QUESTIONS, PERIOD_QUESTIONS } from './year';
import { justBefore } from './year/entered-before-appraisal';

/** @param isSettling whether what was entered before an appraisal may have been corrected since */
export async function hearEntries(
  subjects: readonly FactsSubject[],
  archive: FactArchive,
  isSettling: boolean,
): Promise<readonly Hearing[]> {
  const appraised = new Map<string, OrganisationYear>();
  const hearings: Hearing[] = [];
  for (const subject of subjects) {
    if (subject.kind === 'entries-of-year') hearings.push(await hearPeriod(subject, archive));
    for (const year of await yearsAppraised(subject, archive, isSettling)) {
      appraised.set(`${year.year}/${year.organisation}`, year);
    }
  }
  for (const year of appraised.values()) hearings.push(await hearAppraisal(year, archive));
  return hearings;
}

/** Whose appraisals may have been recorded, or have something else entered before them than there was. */
async function yearsAppraised(
  subject: FactsSubject,
  archive: FactArchive,
  isSettling: boolean,
): Promise<readonly OrganisationYear[]> {
  switch (subject.kind) {
    case 'year':
      return [subject];
    case 'entries-of-year':
      return isSettling ? [subject] : [];
    case 'entries': {
      if (!isSettling) return [];
      const { organisation } = subject;
      const { ever } = await archive.facts({ kind: 'appraisals', organisation });
      return ofType(ever, 'AppraisalRecorded').map(({ data }) => ({
        organisation,
        year: data.year,
      }));
    }
    default:
      return [];
  }
}

/** What was entered before an appraisal is not changed by what is entered after it, but for corrections. */
async function hearAppraisal(
  { organisation, year }: OrganisationYear,
  archive: FactArchive,
): Promise<Hearing> {
  const { standing, position } = await archive.facts({ kind: 'year', organisation, year });
  const appraisal = ofType(standing, 'AppraisalRecorded').find(
    ({ imported }) => imported === undefined,
  );
  const since = appraisal && justBefore(appraisal);
  const entered = since
    ? [
        ...(await archive.enteredSince(since, { kind: 'entries', organisation })),
        ...(await archive.enteredSince(since, { kind: 'entries-of-year', organisation, year })),
      ]
    : [];
  return {
    organisation,
    year,
    subject: [year, organisation],
    answers: answersTo(APPRAISAL_QUESTIONS, { appraisal, entered: inOrder(entered) }),
    position,
  };
}

/** Asked whenever something of the year is entered: that alone tells that its end has passed. */
async function hearPeriod(
  { organisation, year }: OrganisationYear,
  archive: FactArchive,
): Promise<Hearing> {
  const entries = { kind: 'entries-of-year', organisation, year } as const;
  const pledges = await archive.facts({ kind: 'framework-of-year', organisation, year });
  const ofYear = await archive.facts({ kind: 'year', organisation, year });
  const last = await archive.lastEntered(entries);
  const period = {
    pledge: ofType(pledges.standing, 'PledgeRegistered').at(-1),
    isClosed: ofType(ofYear.standing, 'PeriodClosed').length > 0,
    lastRecordedAt: last?.recordedAt,
  };
  return {
    organisation,
    year,
    subject: [year, organisation],
    answers: answersTo(PERIOD_QUESTIONS, period),
    position: await archive.positionOf(entries),
  };
}
