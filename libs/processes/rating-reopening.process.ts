import { nameBasedUuids } from '#commands';
import type { CommandGateway } from '#commands';
import { FINDINGS } from '#projections';
import type { ProjectedModels } from '#projection-engine';
import type { FindingDocument, FindingKind } from '#projections';
import { everyDocument } from '#read-models';
import { give } from './give';
import type { Process } from './process';
import { processActor } from './process-actor';

export interface RatingReopeningOptions {
  readonly gateway: Pick<CommandGateway, 'execute'>;
  readonly models: Pick<ProjectedModels, 'collection'>;
}

const NAME = 'rating-reopening';
const KIND: FindingKind = 'DISCIPLINE_ANNULLED_BEHIND_RATING';
const commandIds = nameBasedUuids('c5a7d2f4-0b7e-5d6c-9a3b-8e4f1c2d6a70');

/**
 * An annulled discipline re-opens the rating it caused. That the rating stands on nothing is a
 * finding; what it becomes instead is for an authorised body to decide.
 */
export class RatingReopening implements Process {
  readonly name = NAME;
  readonly follows = ['findings'];

  constructor(private readonly options: RatingReopeningOptions) {}

  async run(): Promise<void> {
    const findings = await this.options.models.collection<FindingDocument>(FINDINGS);
    const found = everyDocument(findings, {
      where: { kind: KIND, state: 'OPEN' },
      order: { index: 'kind', direction: 'ascending' },
    });
    for await (const finding of found) await this.reopen(finding);
  }

  private async reopen({ organisation, year, member, events }: FindingDocument): Promise<void> {
    const last = events.at(-1);
    if (last === undefined) return;
    const ofMember = member === undefined ? {} : { member };
    await give(this.options.gateway, {
      command: { type: 'ReopenRating', organisation, year, ...ofMember },
      commandId: commandIds([year, organisation, member ?? '', last.event].join('/')),
      effectiveAt: last.recordedAt,
      actor: processActor(NAME, organisation),
      reason: 'R-28',
      causationId: last.event,
    });
  }
}
