import type { CriteriaFramework, OrganisationId } from '#vocabulary';
import type { Workspace } from '#projection-engine';
import { factsAt } from '../facts';
import type { Facts, KeptFact } from '../facts';
import { factsKey } from './keys';
import type { FactsSubject } from './keys';
import { organisationSubject } from './subjects/organisation.subject';
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
  private readonly years = new Map<string, Archived<YearSubject>>();

  constructor(private readonly workspace: Workspace) {}

  async prefetch(subjects: readonly FactsSubject[]): Promise<void> {
    await this.workspace.prefetch(subjects.map(factsKey));
  }

  async facts(subject: FactsSubject): Promise<Facts> {
    return factsAt(factsKey(subject), this.workspace);
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
    const facts = await this.facts({ kind: 'organisation', organisation });
    const archived = archivedAs(facts, (kept) =>
      organisationSubject(organisation, kept, facts.ever),
    );
    this.organisations.set(organisation, archived);
    return archived;
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
