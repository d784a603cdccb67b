import type { FrameworkRef, OrganisationId } from '#vocabulary';
import type { DocumentKey, Workspace } from '#projection-engine';
import { everRecorded, NO_FACTS } from '../facts';
import type { FactsDocument } from '../facts';
import { factsKey } from './keys';
import type { FactsSubject } from './keys';
import { organisationSubject } from './subjects/organisation.subject';
import type { OrganisationSubject } from './subjects/organisation.subject';
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

  async facts(subject: FactsSubject): Promise<Archived<FactsDocument>> {
    return this.read(factsKey(subject));
  }

  async year(of: OrganisationYear): Promise<Archived<YearSubject>> {
    const name = factsKey({ kind: 'year', ...of }).id;
    const known = this.years.get(name);
    if (known) return known;
    const facts = await this.facts({ kind: 'year', ...of });
    const framework = await this.framework(frameworkNamedIn(facts.content));
    const archived = archivedAs(facts, (document) => yearSubject(of, document, framework));
    this.years.set(name, archived);
    return archived;
  }

  private async framework(framework: FrameworkRef | undefined): Promise<FactsDocument | undefined> {
    if (framework === undefined) return undefined;
    return (await this.facts({ kind: 'framework', framework })).content;
  }

  async organisation(organisation: OrganisationId): Promise<Archived<OrganisationSubject>> {
    const known = this.organisations.get(organisation);
    if (known) return known;
    const archived = archivedAs(
      await this.facts({ kind: 'organisation', organisation }),
      (document) => organisationSubject(organisation, document),
    );
    this.organisations.set(organisation, archived);
    return archived;
  }

  private async read(key: DocumentKey): Promise<Archived<FactsDocument>> {
    const held = await this.workspace.read(key);
    // The key says that it is one of facts.
    if (!held) return { content: NO_FACTS, ever: NO_FACTS, position: 0n };
    const content = held.body as FactsDocument;
    return { content, ever: everRecorded(content), position: held.position };
  }
}

/** What is known of a subject, worked out of its facts. */
export function archivedAs<Content>(
  { content, ever, position }: Archived<FactsDocument>,
  subjectOf: (document: FactsDocument) => Content,
): Archived<Content> {
  const subject = subjectOf(content);
  return { content: subject, ever: ever === content ? subject : subjectOf(ever), position };
}
