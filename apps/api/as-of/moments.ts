import { Inject, Injectable } from '@nestjs/common';
import type { EventLog } from '#event-log';
import { historyOf, HistoryTooLong, lastRecordedAt, positionAsOf } from '#projections';
import type { Known, KnownHistory, Timeline } from '#projections';
import type { ProjectedModels } from '#projection-engine';
import { limitExceeded, readModelBehind, validationFailed } from '../errors';
import { CLOCK, EVENT_LOG, PROJECTED_MODELS } from '../injection-tokens';
import { LIMITS } from '../limits/limits';
import { Timelines } from '../queries/shared/timelines';
import type { AsOfInput } from './as-of.input';
import { currentMoment, inMoment, Moment } from './moment';

/** Kept for the next question: whoever looks back asks about one thing more than once. */
const MOST_KEPT = 8;

/** Finds what was known, when somebody asks as of a moment. What was known then does not change any more. */
@Injectable()
export class Moments {
  private readonly kept = new Map<string, Promise<Moment>>();

  constructor(
    private readonly timelines: Timelines,
    @Inject(PROJECTED_MODELS) private readonly models: ProjectedModels,
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  /**
   * @param field of the input
   * @throws ApiError `VALIDATION_FAILED`, `READ_MODEL_BEHIND`, `LIMIT_EXCEEDED`
   */
  async of(known: Known, asOf: AsOfInput, field = 'asOf', atLeast?: string): Promise<Moment> {
    const position = await this.positionOf(asOf, field, atLeast);
    const leftOut = await this.models.leftOut();
    const key = JSON.stringify([position, known, leftOut.map(({ event }) => event)]);
    const moment = this.kept.get(key) ?? this.found(known, position);
    this.kept.delete(key);
    this.kept.set(key, moment);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    moment.catch(() => this.kept.delete(key));
    return moment;
  }

  /**
   * Work that needs all that is known of an organisation: in the moment that is asked about, if it is known there, or
   * else in one at the same position that is about that organisation.
   */
  async knowing<Result>(organisation: string, work: () => Promise<Result>): Promise<Result> {
    const moment = currentMoment();
    if (moment === undefined || moment.isWhole(organisation)) return work();
    const { position } = moment;
    const wider = await this.of({ organisations: [organisation] }, { position });
    return inMoment(wider, work);
  }

  /** All that was recorded by a position of what is asked about. @throws ApiError `LIMIT_EXCEEDED` */
  async historyOf(known: Known, position: string): Promise<KnownHistory> {
    const { timeline } = await this.timelines.ofNow(position);
    const bounds = { through: BigInt(position), limit: LIMITS.historyEvents };
    return historyOf(timeline, known, bounds).catch((error: unknown) => {
      if (!(error instanceof HistoryTooLong)) throw error;
      const message = `More than ${error.limit} events lie behind the answer; ask about less, as of then.`;
      throw limitExceeded(message, error.limit);
    });
  }

  /** Decimal. @throws ApiError `VALIDATION_FAILED`, `READ_MODEL_BEHIND` */
  async positionOf(
    { position, recordedAt }: AsOfInput,
    field: string,
    atLeast = '0',
  ): Promise<string> {
    if (position !== undefined && recordedAt === undefined) {
      await this.requireRecorded(position);
      await this.timelines.ofNow(BigInt(position) > BigInt(atLeast) ? position : atLeast);
      return position;
    }
    if (position !== undefined || recordedAt === undefined) {
      throw invalid(field, 'oneOf', 'give either position or recordedAt');
    }
    if (Date.parse(recordedAt) > this.now().getTime()) {
      throw invalid(`${field}.recordedAt`, 'notInFuture', 'nothing is known of a time to come');
    }
    const timeline = await this.timelineOf(recordedAt, atLeast);
    return ((await positionAsOf(timeline, recordedAt)) ?? 0n).toString();
  }

  /** What nobody has recorded yet is not waited for. */
  private async requireRecorded(position: string): Promise<void> {
    if (BigInt(position) <= (await this.models.through('timeline'))) return;
    if (BigInt(position) > ((await this.log.head()) ?? 0n)) {
      throw readModelBehind('timeline', position);
    }
  }

  /** With all that was recorded by then: what comes behind shows it, or there is no more in the log. */
  private async timelineOf(recordedAt: string, atLeast: string): Promise<Timeline> {
    const { timeline } = await this.timelines.ofNow(atLeast);
    const last = await lastRecordedAt(timeline);
    const isBeyond = last !== undefined && Date.parse(last) > Date.parse(recordedAt);
    if (isBeyond) return timeline;
    const head = await this.log.head();
    return head === undefined ? timeline : (await this.timelines.ofNow(head.toString())).timeline;
  }

  private async found(known: Known, position: string): Promise<Moment> {
    const [history, leftOut] = [await this.historyOf(known, position), await this.models.leftOut()];
    return new Moment({ position, history, log: this.log, leftOut });
  }
}

function invalid(field: string, rule: string, message: string) {
  return validationFailed([{ field, rule, message }]);
}
