import { nameBasedUuids } from '#commands';
import type { CommandGateway } from '#commands';
import { isAnnouncedExpulsion } from '#domain';
import { CASES } from '#projections';
import type { CaseDocument } from '#projections';
import type { ProjectedModels } from '#projection-engine';
import { everyDocument } from '#read-models';
import { give } from './give';
import type { Process } from './process';
import { processActor } from './process-actor';

export interface ExpulsionOptions {
  readonly gateway: Pick<CommandGateway, 'execute'>;
  readonly models: Pick<ProjectedModels, 'collection'>;
}

const NAME = 'expulsion';
const commandIds = nameBasedUuids('5e2b9a71-6c1d-5f38-8a47-d0b3c4e19f52');

/** A member who is expelled leaves the Party on the day on which the discipline is announced (handbook, section 12). */
export class Expulsion implements Process {
  readonly name = NAME;
  readonly follows = ['cases'];

  constructor(private readonly options: ExpulsionOptions) {}

  async run(): Promise<void> {
    const cases = await this.options.models.collection<CaseDocument>(CASES);
    const expelling = everyDocument(cases, {
      where: { 'discipline.form': 'EXPULSION' },
      order: { index: 'form', direction: 'ascending' },
    });
    for await (const one of expelling) await this.record(one);
  }

  private async record({
    member,
    organisation,
    discipline,
    decisions,
  }: CaseDocument): Promise<void> {
    const announced = decisions.at(-1)?.announced;
    if (member === null || announced === undefined || !isAnnouncedExpulsion(discipline)) return;
    await give(this.options.gateway, {
      command: { type: 'RecordMemberLeft', member, cause: 'EXPELLED' },
      commandId: commandIds([member, announced.event].join('/')),
      effectiveAt: announced.effectiveAt,
      actor: processActor(NAME, organisation),
      causationId: announced.event,
    });
  }
}
