import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { caseSubject } from '#commands';
import { SubjectVault } from '#identity';
import type { SealedText } from '#projections';
import type { RequestContext } from '../../graphql/request-context';
import { CaseType } from './case.types';

/** What the texts of a command are called before they are sealed. */
type TextName = 'summary' | 'text';

/** The texts of cases, unsealed for whoever sees the case. */
@Resolver(() => CaseType)
export class CaseTextsResolver {
  constructor(private readonly vault: SubjectVault) {}

  @ResolveField(() => String, {
    nullable: true,
    description: 'What is alleged; null where nothing was written.',
  })
  async summary(
    @Parent() about: CaseType,
    @Context() context: RequestContext,
  ): Promise<string | undefined> {
    return (await this.texts(about, 'summary', [about.sealedSummary], context))[0];
  }

  @ResolveField(() => [String], {
    description: 'The texts of the explanations that have one, in recording order.',
  })
  explanationTexts(
    @Parent() about: CaseType,
    @Context() context: RequestContext,
  ): Promise<readonly string[]> {
    return this.texts(about, 'text', about.sealedExplanations ?? [], context);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'The text of the conclusion; null where nothing was written.',
  })
  async conclusionText(
    @Parent() about: CaseType,
    @Context() context: RequestContext,
  ): Promise<string | undefined> {
    return (await this.texts(about, 'text', [about.sealedConclusion], context))[0];
  }

  private async texts(
    { id, organisationId: organisation }: CaseType,
    name: TextName,
    all: readonly (SealedText | undefined)[],
    { reading }: RequestContext,
  ): Promise<readonly string[]> {
    const sealed = all.flatMap((text) => text ?? []);
    if (sealed.length === 0) return [];
    const subject = caseSubject(id);
    const opened = await this.vault.unseal(
      sealed.map((text) => ({ ...text, subject, organisation })),
      reading.as('CASE_TEXT'),
    );
    return opened.flatMap((texts) => texts?.[name] ?? []);
  }
}
