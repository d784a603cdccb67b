import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { caseSubject } from '#commands';
import { SubjectVault } from '#identity';
import type { SealedText } from '#projections';
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
  async summary(@Parent() { id, sealedSummary }: CaseType): Promise<string | undefined> {
    return (await this.texts(id, 'summary', [sealedSummary]))[0];
  }

  @ResolveField(() => [String], {
    description: 'The texts of the explanations that have one, in recording order.',
  })
  explanationTexts(@Parent() { id, sealedExplanations }: CaseType): Promise<readonly string[]> {
    return this.texts(id, 'text', sealedExplanations ?? []);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'The text of the conclusion; null where nothing was written.',
  })
  async conclusionText(@Parent() { id, sealedConclusion }: CaseType): Promise<string | undefined> {
    return (await this.texts(id, 'text', [sealedConclusion]))[0];
  }

  private async texts(
    id: string,
    name: TextName,
    all: readonly (SealedText | undefined)[],
  ): Promise<readonly string[]> {
    const sealed = all.flatMap((text) => text ?? []);
    if (sealed.length === 0) return [];
    const subject = caseSubject(id);
    const opened = await this.vault.unseal(sealed.map((text) => ({ ...text, subject })));
    return opened.flatMap((texts) => texts?.[name] ?? []);
  }
}
