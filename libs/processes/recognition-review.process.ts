import { nameBasedUuids } from '#commands';
import type { CommandGateway } from '#commands';
import type { EvidenceRef } from '#criteria';
import { toPosition } from '#event-log';
import type { EventLog } from '#event-log';
import { SCORECARDS } from '#projections';
import type { ProjectedModels } from '#projection-engine';
import type { ScorecardDocument } from '#projections';
import { everyDocument } from '#read-models';
import { give } from './give';
import type { Process } from './process';
import { processActor } from './process-actor';

export interface RecognitionReviewOptions {
  readonly gateway: Pick<CommandGateway, 'execute'>;
  readonly models: Pick<ProjectedModels, 'collection'>;
  readonly log: Pick<EventLog, 'readAllSlice'>;
}

const NAME = 'recognition-review';
const commandIds = nameBasedUuids('0c9d1c56-5c9e-5f0b-8a52-2f6f0d4f9b11');

/**
 * Requires the review of a recognition when later facts contradict it. The scorecards list
 * these facts; the decider ensures that each requires a review only once.
 */
export class RecognitionReview implements Process {
  readonly name = NAME;
  readonly follows = ['scorecards'];
  /** The commands that this program knows to be recorded: a scorecard keeps its causes permanently. */
  private readonly recorded = new Set<string>();

  constructor(private readonly options: RecognitionReviewOptions) {}

  async run(): Promise<void> {
    const scorecards = await this.options.models.collection<ScorecardDocument>(SCORECARDS);
    const inDoubt = everyDocument(scorecards, {
      where: { reviewDue: true },
      order: { index: 'review-due', direction: 'ascending' },
    });
    for await (const scorecard of inDoubt) {
      for (const cause of scorecard.causes) await this.require(scorecard, cause);
    }
  }

  /** Each fact separately: the result must not depend on how many there were before this ran. */
  private async require(
    { organisation, year }: ScorecardDocument,
    { event, position }: EvidenceRef,
  ): Promise<void> {
    const commandId = commandIds([year, organisation, event].join('/'));
    if (this.recorded.has(commandId)) return;
    const isRecorded = await give(this.options.gateway, {
      command: { type: 'RequireRecognitionReview', organisation, year, causes: [event] },
      commandId,
      // The time at which it became known, which does not depend on when this runs.
      effectiveAt: await this.recordedAt(BigInt(position)),
      actor: processActor(NAME, organisation),
      causationId: event,
    });
    if (isRecorded) this.recorded.add(commandId);
  }

  private async recordedAt(position: bigint): Promise<string> {
    const [event] = await this.options.log.readAllSlice({
      after: toPosition(position - 1n),
      maxCount: 1,
    });
    if (event === undefined) throw new Error(`There is no event at position ${position}`);
    return event.recordedAt;
  }
}
