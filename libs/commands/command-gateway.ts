import type { CorrectFact } from '#domain';
import { DuplicateEventId, StreamIncomplete, WrongExpectedRevision } from '#event-log';
import type { AppendReceipt, EventLog, NewEvent } from '#event-log';
import { canonicalEnvelope } from './canonical-envelope';
import { targetOf } from './command-target';
import type { CommandTarget } from './command-target';
import { decideCorrectionOf } from './decide-correction';
import { decideInTurn, refuseImpossibleTime } from './decide-in-turn';
import type { CommandEnvelope, Receipt } from './envelope';
import { CommandConflict, CommandIdReused, CommandRefused } from './errors';
import { destroyKeys, settleErasures } from './destroy-keys';
import { preparedCommand, isRecorded } from './prepared-command';
import type { PreparedCommand } from './prepared-command';
import { KeyedLock } from './keyed-lock';
import { Knowledge } from './knowledge';
import type { LoadedStream } from './loaded-stream';
import { asRecorded } from './new-event';
import { receiptOf } from './receipt';
import { requireTexts } from './require-texts';
import { sealedCommand } from './sealed-command';
import type { SealedCommand } from './sealed-command';
import type { Sealing } from './sealing.port';
import type { DecisionSources } from './sources.port';
import { StreamLoader } from './stream-loader';

export interface CommandGatewayOptions {
  readonly log: EventLog;
  readonly sources: DecisionSources;
  readonly now: () => Date;
  /** For commands with texts to seal, and those that destroy keys. */
  readonly sealing?: Sealing;
  /** Told of every stream from which a decision found events removed. */
  readonly onIncomplete?: (error: StreamIncomplete) => void;
}

/** How often a decision is made anew when others were faster. */
const ATTEMPTS = 5;

type Given = readonly PreparedCommand[];
type Due = readonly SealedCommand[];

/** Loads, decides, appends, answers: the one way in which anything is ever recorded. */
export class CommandGateway {
  private readonly streams: StreamLoader;
  private readonly locks = new KeyedLock();

  constructor(private readonly options: CommandGatewayOptions) {
    this.streams = new StreamLoader(options.log);
  }

  /**
   * Commands of one stream, recorded together or not at all. What was recorded before is not
   * recorded again: the answer is that of the first time.
   *
   * @throws {CommandRefused} a rule forbids one of them
   * @throws {CommandConflict} others keep recording in between, or did so after `expectedRevision`
   * @throws {CommandIdReused} an id was used before for something else
   * @throws {StreamIncomplete} events that the decision rests on were removed from the log
   * @throws {RowChanged} an imported row was imported before with other content
   */
  async execute(asGiven: readonly CommandEnvelope[]): Promise<Receipt> {
    const envelopes = asGiven.map(canonicalEnvelope);
    const [first, ...others] = envelopes;
    if (first === undefined) throw new TypeError('There is no command to execute');
    const target = targetOf(first);
    const { stream } = target;
    if (others.some((other) => targetOf(other).stream !== stream)) {
      throw new TypeError('Commands of different streams cannot be executed together');
    }
    const given = envelopes.map(preparedCommand);
    try {
      return await this.locks.run(stream, () => this.attempt(given, target));
    } catch (error) {
      if (error instanceof StreamIncomplete) this.options.onIncomplete?.(error);
      throw error;
    }
  }

  private async attempt(given: Given, target: CommandTarget): Promise<Receipt> {
    const { stream } = target;
    let firstSeen: number | undefined;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const loaded = await this.streams.load(stream);
      firstSeen ??= loaded.revision;
      const { sealing } = this.options;
      const sealed = await Promise.all(
        given.map((command) => sealedCommand(command, loaded.origins, sealing)),
      );
      const due = sealed.filter((command) => !isRecorded(command, loaded.origins));
      if (due.length === 0) {
        await settleErasures(given, sealing);
        return receiptOf(given, stream, loaded.origins, true);
      }
      for (const { envelope } of due) requireTexts(envelope);
      const unseen = due.find(({ envelope }) => hasNotSeen(envelope, loaded));
      if (unseen !== undefined) throw await this.unseen(unseen, target, loaded);
      const events = await this.decide(due, target, loaded);
      if (!(await keptKeys(due))) continue;
      await destroyKeys(due, sealing);
      const appended = await this.append(stream, loaded, events);
      if (appended !== undefined) {
        await settleErasures(due, sealing);
        const { origins } = await this.after(appended, loaded, due, events);
        return receiptOf(given, stream, origins, false);
      }
    }
    throw await this.conflict(stream, firstSeen ?? -1);
  }

  private async decide(
    due: Due,
    target: CommandTarget,
    loaded: LoadedStream,
  ): Promise<readonly NewEvent[]> {
    const { log, sources, now } = this.options;
    const { streams } = this;
    const knowledge = new Knowledge({ log, streams, sources });
    const [only] = due;
    return due.length === 1 && only?.command.type === 'CorrectFact'
      ? this.correct(only, only.command, knowledge)
      : decideInTurn(due, { ...target, loaded, knowledge, now: now().toISOString() });
  }

  private async correct(
    given: PreparedCommand,
    command: CorrectFact,
    knowledge: Knowledge,
  ): Promise<readonly NewEvent[]> {
    const now = this.options.now().toISOString();
    refuseImpossibleTime(given.envelope, now);
    const recorded = await this.streams.all(command.stream);
    return decideCorrectionOf(given, command, recorded, { knowledge, now });
  }

  /** Nothing when others were faster, be it with the very same command: load and decide again. */
  private async append(
    stream: string,
    { revision }: LoadedStream,
    events: readonly NewEvent[],
  ): Promise<AppendReceipt | undefined> {
    try {
      const expected = revision < 0 ? 'no-stream' : revision;
      const appended = await this.options.log.append(stream, expected, events);
      return appended.duplicate ? undefined : appended;
    } catch (error) {
      if (error instanceof WrongExpectedRevision) return undefined;
      if (error instanceof DuplicateEventId) {
        const reused = events.find(({ id }) => id === error.eventId);
        throw new CommandIdReused(reused?.metadata.commandId ?? '');
      }
      throw error;
    }
  }

  private async after(
    appended: AppendReceipt,
    loaded: LoadedStream,
    due: Given,
    events: readonly NewEvent[],
  ): Promise<LoadedStream> {
    // The log told one position, that of the last event: of several commands, it knows each one's.
    // After a correction, the stream is another one from its beginning.
    return due.length === 1 && events.every(({ type }) => type !== 'FactCorrected')
      ? this.streams.appended(loaded, asRecorded(events, appended))
      : this.streams.load(appended.stream);
  }

  /** What lies outside the scope of the sender is not told to be there by a conflict either. */
  private async unseen(
    given: SealedCommand,
    target: CommandTarget,
    loaded: LoadedStream,
  ): Promise<CommandConflict | CommandRefused> {
    try {
      await this.decide([given], target, loaded);
    } catch (error) {
      if (!(error instanceof CommandRefused)) throw error;
      const { code, isOutOfScope = false } = error.refusal;
      if (isOutOfScope || IN_NO_REVISION.has(code)) return error;
    }
    return this.conflict(target.stream, given.envelope.expectedRevision ?? -1);
  }

  private async conflict(stream: string, seen: number): Promise<CommandConflict> {
    const from = Math.max(seen, -1) + 1;
    return new CommandConflict(stream, await this.options.log.readStreamSlice(stream, from));
  }
}

/** The keys are durable before anything is recorded that cannot be read without them. */
async function keptKeys(due: Due): Promise<boolean> {
  for (const { keep } of due) if (!(await keep())) return false;
  return true;
}

/** Refused whatever was recorded since: what else there is in the stream is not for everybody who names one of its events. */
const IN_NO_REVISION: ReadonlySet<string> = new Set([
  'NOT_RECORDED',
  'CORRECTION_BY_OWN_PROCEDURE',
]);

function hasNotSeen({ expectedRevision }: CommandEnvelope, { revision }: LoadedStream): boolean {
  return expectedRevision !== undefined && expectedRevision !== revision;
}
