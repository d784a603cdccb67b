import { nameBasedUuids } from '#commands';
import type { CommandGateway } from '#commands';
import { localDateOf } from '#vocabulary';
import type { LocalDate } from '#vocabulary';
import { OBLIGATIONS } from '#projections';
import type { ProjectedModels } from '#projection-engine';
import type { ObligationDocument } from '#projections';
import { dueCommand } from './due-command';
import { everyDocument } from '#read-models';
import { give } from './give';
import type { Process } from './process';
import { processActor } from './process-actor';

export interface DueDatesOptions {
  readonly gateway: Pick<CommandGateway, 'execute'>;
  readonly models: Pick<ProjectedModels, 'collection'>;
  readonly now: () => Date;
}

const NAME = 'due-dates';
const commandIds = nameBasedUuids('7a1f4b3e-9d0c-5b4e-b6a5-3c1f5b7d2e90');

/**
 * Records the consequences of passing time, so that no read model depends on the wall clock: in
 * date order, each once, including those due while the service was stopped. Imported years are
 * skipped: their history may be incomplete.
 */
export class DueDates implements Process {
  readonly name = NAME;
  readonly follows = ['obligations'];
  /** Refused commands with their day: a discipline whose end is delayed is retried once a day. */
  private readonly refused = new Map<string, LocalDate>();

  constructor(private readonly options: DueDatesOptions) {}

  async run(): Promise<void> {
    const { models, now } = this.options;
    const today = localDateOf(now().toISOString());
    const obligations = await models.collection<ObligationDocument>(OBLIGATIONS);
    const awaited = everyDocument(obligations, {
      where: { owed: true, state: 'OPEN', imported: false },
      range: { path: 'dueOn', to: { value: today, inclusive: true } },
      order: { index: 'awaited', direction: 'ascending' },
    });
    for await (const obligation of awaited) await this.record(obligation, today);
  }

  private async record(obligation: ObligationDocument, today: LocalDate): Promise<void> {
    const due = dueCommand(obligation, today);
    if (due === undefined) return;
    const commandId = commandIds(JSON.stringify([due, obligation.owedSince?.event]));
    if (this.refused.get(commandId) === today) return;
    const actor = processActor(NAME, obligation.organisation);
    const isRecorded = await give(this.options.gateway, { ...due, commandId, actor });
    if (!isRecorded) this.refused.set(commandId, today);
  }
}
