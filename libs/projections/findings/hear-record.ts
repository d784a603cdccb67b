import { localDateOf } from '#vocabulary';
import type { OrganisationId } from '#vocabulary';
import type { KeptFact } from '../facts';
import type { FactArchive } from './fact-archive';
import type { Hearing } from './hearing';
import { partsOf } from './keys';
import type { FactsSubject } from './keys';
import { answersTo } from './question';
import { RECORD_QUESTIONS } from './record';
import { ofType } from './subjects/of-type';

/** Each fact is of one of them; the others are kept beside. */
const RECORDS: readonly FactsSubject['kind'][] = [
  'case',
  'grievance',
  'meeting',
  'member',
  'organisation',
  'ratings',
  'targets',
  'year',
];

/** Who entered and corrected what is asked of everything alike, whatever it is about. */
export async function hearRecord(
  subject: FactsSubject,
  archive: FactArchive,
): Promise<readonly Hearing[]> {
  if (!RECORDS.includes(subject.kind)) return [];
  const { standing, ever, position } = await archive.facts(subject);
  const [facts, known] = [standing, ever].map((all) => all.filter((fact) => isOf(subject, fact)));
  const [first] = [...(facts ?? []), ...(known ?? [])];
  if (facts === undefined || known === undefined || first === undefined) return [];
  const organisation = organisationOf(first);
  if (organisation === undefined) return [];
  return [
    {
      organisation,
      year: yearOf(first, facts),
      subject: [subject.kind, ...partsOf(subject)],
      answers: answersTo(RECORD_QUESTIONS, {
        facts,
        withdrawn: known.filter(({ withdrawal }) => withdrawal !== undefined),
      }),
      position,
    },
  ];
}

/** What is kept of several subjects is asked about in one of them. */
function isOf(subject: FactsSubject, { data }: KeptFact): boolean {
  return (
    subject.kind !== 'organisation' ||
    (organisationOf({ data }) === subject.organisation && !('year' in data))
  );
}

function organisationOf({ data }: Pick<KeptFact, 'data'>): OrganisationId | undefined {
  if ('organisation' in data) return data.organisation;
  return 'member' in data && 'to' in data ? data.to : undefined;
}

/** For a case, of the violation. */
function yearOf({ data, effectiveAt }: KeptFact, facts: readonly KeptFact[]): number {
  if ('year' in data) return data.year;
  const opened = ofType(facts, 'CaseOpened')[0];
  return Number((opened?.data.occurredOn ?? localDateOf(effectiveAt)).slice(0, 4));
}
