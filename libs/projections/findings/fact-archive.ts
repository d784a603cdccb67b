import type { CaseId, CriteriaFramework, OrganisationId } from '#vocabulary';
import type { Workspace } from '#projection-engine';
import { factsAt } from '../facts';
import type { Facts, KeptFact } from '../facts';
import { factsKey } from './keys';
import type { FactsSubject } from './keys';
import { caseSubject } from './subjects/case.subject';
import type { CaseSubject } from './subjects/case.subject';
import { organisationSubject, yearsOf } from './subjects/organisation.subject';
import type { OrganisationSubject } from './subjects/organisation.subject';
import { ofType } from './subjects/of-type';
import { frameworkNamedIn, yearSubject } from './subjects/year.subject';
import type { OrganisationYear, YearSubject } from './subjects/year.subject';

/** What is kept of a subject, with the position of its last event; 0 where nothing is. */
export interface Archived<Content> {
  readonly content: Content;
  /** As if nothing had been corrected. */
  readonly ever: Content;
  readonly position: bigint;
}

/** The facts of all subjects during one roll-up; what is asked about often is worked out once. */
export class FactArchive {
  private readonly organisations = new Map<OrganisationId, Archived<OrganisationSubject>>();
  private readonly cases = new Map<CaseId, Archived<CaseSubject>>();
  private readonly years = new Map<string, Archived<YearSubject>>();

  constructor(private readonly workspace: Workspace) {}

  async prefetch(subjects: readonly FactsSubject[]): Promise<void> {
    await this.workspace.prefetch(subjects.map(factsKey));
  }

  async facts(subject: FactsSubject): Promise<Facts> {
    return factsAt(factsKey(subject), this.workspace);
  }

  /** Whether or not it is read, the position of what is kept of a subject. */
  async positionOf(subject: FactsSubject): Promise<bigint> {
    return (await this.workspace.read(factsKey(subject)))?.position ?? 0n;
  }

  async year(of: OrganisationYear): Promise<Archived<YearSubject>> {
    const name = factsKey({ ...of, kind: 'year' }).id;
    const known = this.years.get(name);
    if (known) return known;
    const facts = await this.facts({ ...of, kind: 'year' });
    const { framework, position } = await this.frameworkOf(of);
    const year = archivedAs(facts, (kept) => yearSubject(of, kept, framework));
    const archived = { ...year, position: later(year.position, position) };
    this.years.set(name, archived);
    return archived;
  }

  /** That of the assessment or, before that, of the pledge; with the position of what names it. */
  async frameworkOf(of: OrganisationYear): Promise<{
    readonly framework: CriteriaFramework | undefined;
    readonly position: bigint;
  }> {
    const { standing, position } = await this.facts({ ...of, kind: 'framework-of-year' });
    const framework = frameworkNamedIn(standing);
    if (framework === undefined) return { framework, position };
    const published = await this.facts({ kind: 'framework', framework });
    const last = ofType(published.standing, 'FrameworkPublished').at(-1);
    return { framework: last?.data.definition, position };
  }

  async organisation(organisation: OrganisationId): Promise<Archived<OrganisationSubject>> {
    const known = this.organisations.get(organisation);
    if (known) return known;
    const own = await this.facts({ kind: 'organisation', organisation });
    const disciplines = await this.facts({ kind: 'disciplines', organisation });
    const decided = ofType(disciplines.ever, 'DisciplineDecided').map(({ data }) => data.case);
    const cases = await this.casesNamed([...new Set(decided)]);
    const everDisciplined = cases.map(({ ever }) => ever);
    const years = yearsOf(own.ever, everDisciplined);
    const ever = { ...organisationSubject(organisation, own.ever, everDisciplined), years };
    const isAsEver = own.ever === own.standing && cases.every((one) => one.content === one.ever);
    const disciplined = cases.map(({ content }) => content);
    const archived = {
      content: isAsEver
        ? ever
        : { ...organisationSubject(organisation, own.standing, disciplined), years },
      ever,
      position: cases.map(({ position }) => position).reduce(later, own.position),
    };
    this.organisations.set(organisation, archived);
    return archived;
  }

  async case(id: CaseId): Promise<Archived<CaseSubject>> {
    const known = this.cases.get(id);
    if (known) return known;
    const archived = archivedAs(await this.facts({ kind: 'case', case: id }), caseSubject);
    this.cases.set(id, archived);
    return archived;
  }

  private async casesNamed(ids: readonly CaseId[]): Promise<readonly Archived<CaseSubject>[]> {
    await this.prefetch(ids.map((id) => ({ kind: 'case', case: id })));
    return Promise.all(ids.map((id) => this.case(id)));
  }
}

/** What is known of a subject, worked out of its facts. */
export function archivedAs<Content>(
  { standing, ever, position }: Facts,
  subjectOf: (facts: readonly KeptFact[]) => Content,
): Archived<Content> {
  const subject = subjectOf(standing);
  return { content: subject, ever: ever === standing ? subject : subjectOf(ever), position };
}

export function later(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
