import { join } from 'node:path';
import { nameBasedUuids } from '#commands';
import type { LocalDate } from '#vocabulary';
import type { BundleFile, ImportReport } from '#import';
import { sendBundle } from '../../../apps/api/imports/send-bundle';
import { mutationOf, startTestApi } from '../../../apps/api/testing/test-api';
import type { Receipt, TestApi } from '../../../apps/api/testing/test-api';
import { ownStores } from '../combinations';
import type { OwnStores } from '../combinations';
import { documentsOf, move, numbered, recordedEvents } from '../stores';
import type { Documents } from '../stores';
import { CellOffice } from './cell.office';
import { FINDINGS } from './finding.reading';
import type { ToldFinding } from './finding.reading';
import { InspectionOffice } from './inspection.office';
import type { StoryActor } from './office';
import { RECOGNITION } from './recognition.reading';
import type { ToldRecognition } from './recognition.reading';
import { Refused } from './refused';
import type { Refusal } from './refused';
import { RegistryOffice } from './registry.office';
import { SCORECARD, toldScorecard } from './scorecard.reading';
import type { AnsweredScorecard, ToldScorecard } from './scorecard.reading';
import { StoryClock } from './story-clock';
import type { Telling } from './telling';
import { SuperiorOffice } from './superior.office';

const commandIds = nameBasedUuids('3d0a1c0f-7b35-5d7e-9f63-5f0c1d2e4a77');

/** A service of its own, to which everything is told over HTTP on the day it happens. */
export class Story {
  private readonly tokens = new Map<string, string>();
  private position = '0';

  /** Told again, a story gives the same commands, and so leaves the same events. */
  private commands = 0;

  private constructor(
    private readonly api: TestApi,
    private readonly clock: StoryClock,
    private readonly telling: Telling,
    private readonly stores: OwnStores,
  ) {}

  static async begins(on: LocalDate, telling: Telling): Promise<Story> {
    const clock = new StoryClock(on);
    const stores = await ownStores(telling.combination);
    // At any moment, what the service does by itself would come now before, now after what is told.
    const how = { now: clock.now, processes: 'when settled' } as const;
    const api = await startTestApi({ ...how, stores: stores.addresses });
    return new Story(api, clock, telling, stores);
  }

  /** The story goes on, on this day; what the time until then brought is recorded. */
  async on(date: LocalDate): Promise<void> {
    await this.api.settle();
    this.clock.goTo(date);
    await this.api.settle();
  }

  registry(): RegistryOffice {
    return new RegistryOffice(this.give);
  }

  superior(organisation: string): SuperiorOffice {
    return new SuperiorOffice(this.give, organisation);
  }

  standingBoard(organisation: string): SuperiorOffice {
    return new SuperiorOffice(this.give, organisation, 'STANDING_BOARD');
  }

  cell(organisation: string): CellOffice {
    return new CellOffice(this.give, organisation);
  }

  inspection(organisation: string): InspectionOffice {
    return new InspectionOffice(this.give, organisation);
  }

  /** The tables of an office, taken by the running service. */
  async imports(files: readonly BundleFile[]): Promise<ImportReport> {
    const { url } = this.api;
    const report = await sendBundle({ url }, files, false);
    const { status } = await this.ask<{ status: { position: string } }>('{ status { position } }');
    this.position = status.position;
    return report;
  }

  /** Answers from what was told so far, and all that followed from it. */
  async ask<D>(query: string, variables: object = {}): Promise<D> {
    await this.api.settle();
    const asked = { atLeast: this.position, ...variables };
    const { data, errors } = await this.api.ask(query, asked);
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data as D;
  }

  async scorecardOf(organisation: string, year: number): Promise<ToldScorecard> {
    const { scorecard } = await this.ask<{ scorecard: AnsweredScorecard | null }>(SCORECARD, {
      organisation,
      year,
    });
    if (scorecard === null) throw new Error(`${organisation} has no scorecard of ${year}`);
    return toldScorecard(scorecard);
  }

  async recognitionOf(organisation: string, year: number): Promise<ToldRecognition | undefined> {
    const { recognitions } = await this.ask<{
      recognitions: { edges: readonly { node: ToldRecognition }[] };
    }>(RECOGNITION, { organisation, year });
    return recognitions.edges
      .map(({ node }) => node)
      .find((one) => one.organisation.id === organisation);
  }

  /** The answers to a question of the auditors, about an organisation and all below it. */
  async findingsOf(kind: string, under: string, year: number): Promise<readonly ToldFinding[]> {
    const { findings } = await this.ask<{
      findings: { edges: readonly { node: ToldFinding }[] };
    }>(FINDINGS, { kind, under, year });
    return findings.edges.map(({ node }) => node);
  }

  /**
   * What it left behind, and what is made of its events alone, when they are read again from a file into another one: both
   * with the numbers of the events for positions.
   */
  async retold(): Promise<{ readonly first: Documents; readonly again: Documents }> {
    const { dataDir } = this.api;
    const file = { eventLogUrl: `sqlite:${join(dataDir, 'log.db')}` };
    const { readModelsUrl = join(dataDir, 'views.db'), ...place } = this.stores.addresses;
    const log = { ...file, ...place };
    await this.api.settle();
    await this.api.close();
    if (log.eventLogUrl !== file.eventLogUrl) await move(log, file);
    const events = await recordedEvents(log);
    const first = numbered(await documentsOf(log, readModelsUrl), events);
    const again = await documentsOf(file, join(dataDir, 'again.db'));
    this.telling.left(first);
    return { first, again: numbered(again, await recordedEvents(file), events) };
  }

  async ends(): Promise<void> {
    await this.api.stop();
    await this.stores.remove();
  }

  private readonly give = async (
    actor: StoryActor,
    mutation: string,
    input: object,
  ): Promise<Receipt> => {
    const effectiveAt = this.clock.tick().toISOString();
    this.commands += 1;
    const commandId = commandIds(String(this.commands));
    const variables = { input: { commandId, effectiveAt, ...input } };
    const headers = { authorization: `Bearer ${await this.tokenOf(actor)}` };
    const { data, errors } = await this.api.ask(mutationOf(mutation), variables, headers);
    // What the service says is typed by its schema, not by the compiler.
    if (errors[0] !== undefined) {
      throw new Refused(mutation, errors[0].extensions as unknown as Refusal);
    }
    const receipt = data?.[mutation] as Receipt;
    this.position = receipt.position;
    return receipt;
  };

  private async tokenOf(actor: StoryActor): Promise<string> {
    const known = this.tokens.get(actor.id);
    if (known !== undefined) return known;
    const token = await this.api.tokens.issue(actor, '1h');
    this.tokens.set(actor.id, token);
    return token;
  }
}
