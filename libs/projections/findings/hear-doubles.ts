import type { CaseDocument } from '../cases';
import { CASES_ALIKE_QUESTIONS } from './case';
import { later } from './fact-archive';
import type { FactArchive } from './fact-archive';
import type { Hearing } from './hearing';
import type { FactsSubject } from './keys';
import { answersTo } from './question';
import { RATINGS_OF_MEMBER_QUESTIONS } from './rating';
import { yearOfCase } from './subjects/case.subject';
import { ofType } from './subjects/of-type';

type SubjectOf<Kind extends FactsSubject['kind']> = Extract<FactsSubject, { readonly kind: Kind }>;

/** One thing once: cases about the same count once. */
export async function hearAlike(
  alike: SubjectOf<'alike'>,
  archive: FactArchive,
): Promise<readonly Hearing[]> {
  const { ever, position: own } = await archive.facts(alike);
  const ids = [...new Set(ofType(ever, 'CaseOpened').map(({ data }) => data.case))];
  await archive.prefetch(ids.map((id) => ({ kind: 'case', case: id })));
  const archived = await Promise.all(ids.map((id) => archive.case(id)));
  const opened = (when: 'content' | 'ever'): readonly CaseDocument[] =>
    archived.flatMap((one) => one[when].case ?? []).filter((one) => one.opened !== undefined);
  const [first] = opened('ever');
  if (first === undefined) return [];
  return [
    {
      organisation: first.organisation,
      year: yearOfCase(first),
      subject: [alike.whose, alike.occurredOn, alike.thing],
      answers: answersTo(CASES_ALIKE_QUESTIONS, { cases: opened('content') }),
      position: archived.map(({ position }) => position).reduce(later, own),
    },
  ];
}

/** One thing once: a member has one rating a year. */
export async function hearRatingsOf(
  { year, ...of }: SubjectOf<'ratings-of-member'>,
  archive: FactArchive,
): Promise<readonly Hearing[]> {
  const { standing, ever, position } = await archive.facts({ year, ...of });
  const [first] = ofType(ever, 'MemberRatingDecided');
  if (first === undefined) return [];
  return [
    {
      organisation: first.data.organisation,
      year,
      subject: [year, of.member],
      answers: answersTo(RATINGS_OF_MEMBER_QUESTIONS, {
        decided: ofType(standing, 'MemberRatingDecided'),
      }),
      position,
    },
  ];
}
