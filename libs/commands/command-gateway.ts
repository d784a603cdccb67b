import { aggregateOf, ancestorsAt, concernsOf, refusal } from '#domain';
import type { DecisionContext, DomainAggregate, DomainEvent, DomainState, Effective } from '#domain';
import { DuplicateEventId, WrongExpectedRevision } from '#event-log';
import type { AppendReceipt, EventLog, NewEvent, Tags } from '#event-log';
import type { CommandEnvelope, Receipt } from './envelope';
import { CommandConflict, CommandIdReused, CommandRefused, RowChanged } from './errors';
import { digestOf, eventIdOf } from './event-id';
import { KeyedLock } from './keyed-lock';
import { Knowledge } from './knowledge';
import { rowName } from './loaded-stream';
import type { LoadedStream } from './loaded-stream';
import { PledgeRegister } from './pledge-register';
import type { DecisionSources } from './sources.port';
import { StreamLoader } from './stream-loader';

export interface CommandGatewayOptions {
  readonly log: EventLog;
  readonly sources: DecisionSources;
  readonly now: () => Date;
}

/** How often a decision is made anew when others were faster. */
const ATTEMPTS = 5;

type Given = readonly CommandEnvelope[];

/** Loads, decides, appends, answers: the one way in which anything is ever recorded. */
export class CommandGateway {
  private readonly streams: StreamLoader;
  private readonly pledges: PledgeRegister;
  private readonly locks = new KeyedLock();

  constructor(private readonly options: CommandGatewayOptions) {
    this.streams = new StreamLoader(options.log);
    this.pledges = new PledgeRegister(options.sources);
  }

  /**
   * Commands of one stream, recorded together or not at all. What was recorded before is not
   * recorded again: the answer is that of the first time.
   *
   * @throws {CommandRefused} a rule forbids one of them
   * @throws {CommandConflict} others keep recording in between, or did so after `expectedRevision`
   * @throws {CommandIdReused} an id was used before for something else
   * @throws {RowChanged} an imported row was imported before with other content
   */
  async execute(given: Given): Promise<Receipt> {
    const [first] = given;
    if (first === undefined) throw new TypeError('There is no command to execute');
    const aggregate = aggregateOf(first.command);
    const stream = aggregate.streamOf(first.command);
    if (given.some(({ command }) => aggregateOf(command).streamOf(command) !== stream)) {
      throw new TypeError('Commands of different streams cannot be executed together');
    }
    return this.locks.run(lockOf(first, stream), () => this.attempt(given, aggregate, stream));
  }

  private async attempt(given: Given, aggregate: DomainAggregate, stream: string): Promise<Receipt> {
    let firstSeen: number | undefined;
    for (let attempt = 1; ; attempt += 1) {
      const loaded = await this.streams.load(stream);
      firstSeen ??= loaded.revision;
      const due = given.filter((envelope) => !isRecorded(envelope, loaded));
      if (due.length === 0) return repeated(given, loaded);
      await this.refuseUnseen(due, stream, loaded);
      try {
        return await this.record(due, aggregate, stream, loaded);
      } catch (error) {
        if (error instanceof DuplicateEventId) throw new CommandIdReused(due[0]?.commandId ?? '');
        if (!(error instanceof WrongExpectedRevision)) throw error;
        if (attempt === ATTEMPTS) throw await this.conflict(stream, firstSeen);
      }
    }
  }

  private async record(
    due: Given,
    aggregate: DomainAggregate,
    stream: string,
    loaded: LoadedStream,
  ): Promise<Receipt> {
    const knowledge = new Knowledge(this.streams, this.pledges, this.options.sources);
    const head = await this.options.log.head();
    const now = this.options.now().toISOString();
    const events: NewEvent[] = [];
    let state = loaded.state;
    for (const envelope of due) {
      const decision = await this.decide(envelope, aggregate, state, knowledge, now);
      state = decision.state;
      decision.facts.forEach((fact, index) => {
        const readThrough = knowledge.hasRead ? head : undefined;
        events.push(eventOf(envelope, fact, index, readThrough));
      });
    }
    const expected = loaded.revision < 0 ? 'no-stream' : loaded.revision;
    const appended = await this.options.log.append(stream, expected, events);
    this.streams.appended(stream, loaded, asRecorded(events, appended));
    for (const event of events) await this.pledges.learn(event.type, event.data);
    return receiptOf(due, events, appended);
  }

  private async decide(
    envelope: CommandEnvelope,
    aggregate: DomainAggregate,
    state: DomainState,
    knowledge: Knowledge,
    now: string,
  ): Promise<{ readonly facts: readonly TaggedFact[]; readonly state: DomainState }> {
    const { command, effectiveAt } = envelope;
    if (!(Date.parse(effectiveAt) <= Date.parse(now))) {
      throw new CommandRefused(refusal('EFFECTIVE_IN_FUTURE', { field: 'effectiveAt' }));
    }
    const context = knowledge.context({
      now,
      effectiveAt,
      actor: envelope.onBehalfOf ?? envelope.actor,
    });
    const decision = await knowledge.settle(() => aggregate.decide(command, state, context));
    if (decision.kind === 'refused') throw new CommandRefused(decision.refusal);
    const facts: TaggedFact[] = [];
    let after = state;
    for (const decided of decision.facts) {
      const fact = { ...decided, effectiveAt: decided.effectiveAt ?? effectiveAt };
      after = aggregate.evolve(after, fact);
      facts.push({ fact, tags: await knowledge.settle(() => tagsOf(fact, context)) });
    }
    return { facts, state: after };
  }

  private async refuseUnseen(due: Given, stream: string, loaded: LoadedStream): Promise<void> {
    const seen = due.find(({ expectedRevision }) => expectedRevision !== undefined);
    const revision = seen?.expectedRevision;
    if (revision === undefined || revision === loaded.revision) return;
    throw await this.conflict(stream, revision);
  }

  private async conflict(stream: string, seen: number): Promise<CommandConflict> {
    return new CommandConflict(stream, await this.options.log.readStreamSlice(stream, seen + 1));
  }
}

interface TaggedFact {
  readonly fact: Effective<DomainEvent>;
  readonly tags: Tags;
}

/** Pledges of one organisation and year are different streams by campaign, but exclude each other. */
function lockOf({ command }: CommandEnvelope, stream: string): string {
  return command.type === 'RegisterPledge' ? `pledge/${command.year}/${command.organisation}` : stream;
}

/** The subjects first, then all that stood above them when the fact was true. */
function tagsOf(fact: Effective<DomainEvent>, context: DecisionContext): Tags {
  const { organisations, members, cases } = concernsOf(fact.data);
  const above = organisations.flatMap((id) => ancestorsAt(id, fact.effectiveAt, context));
  return { organisations: [...new Set([...organisations, ...above])], members, cases };
}

function isRecorded(envelope: CommandEnvelope, loaded: LoadedStream): boolean {
  const { source, commandId } = envelope;
  const recorded = loaded.commands.get(commandId);
  if (recorded === undefined) {
    const digest = source && loaded.rows.get(rowName(source));
    if (source !== undefined && digest !== undefined && digest !== source.digest) {
      throw new RowChanged(source.key);
    }
    return false;
  }
  if (recorded.digest !== undefined && recorded.digest !== contentDigest(envelope)) {
    throw new CommandIdReused(commandId);
  }
  return true;
}

function contentDigest({ command, effectiveAt }: CommandEnvelope): string {
  return digestOf([command, effectiveAt]);
}

function eventOf(
  envelope: CommandEnvelope,
  { fact, tags }: TaggedFact,
  index: number,
  readThrough: bigint | undefined,
): NewEvent {
  const { commandId, actor, onBehalfOf, causationId, legalBasis, evidence, reason, source } =
    envelope;
  return {
    id: eventIdOf(commandId, index),
    type: fact.type,
    schemaVersion: 1,
    data: fact.data,
    metadata: {
      effectiveAt: fact.effectiveAt,
      actor,
      ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
      commandId,
      commandDigest: contentDigest(envelope),
      correlationId: envelope.correlationId ?? commandId,
      ...(causationId === undefined ? {} : { causationId }),
      ...(legalBasis === undefined ? {} : { legalBasis }),
      ...(evidence === undefined ? {} : { evidence }),
      ...(reason === undefined ? {} : { reason }),
      tags,
      ...(source === undefined ? {} : { source }),
      ...(readThrough === undefined ? {} : { readThrough: readThrough.toString() }),
    },
  };
}

function asRecorded(
  events: readonly NewEvent[],
  { stream, firstRevision, position, recordedAt }: AppendReceipt,
): Parameters<StreamLoader['appended']>[2] {
  return events.map((event, index) => ({
    ...event,
    stream,
    revision: firstRevision + index,
    position,
    recordedAt,
  }));
}

function receiptOf(due: Given, events: readonly NewEvent[], appended: AppendReceipt): Receipt {
  const { stream, firstRevision, lastRevision, position, recordedAt } = appended;
  return {
    commandId: due[0]?.commandId ?? '',
    stream,
    revision: lastRevision,
    position,
    recordedAt,
    events: events.map(({ id, type }, index) => ({ id, type, revision: firstRevision + index })),
    duplicate: false,
  };
}

function repeated(given: Given, loaded: LoadedStream): Receipt {
  const receipts = given.flatMap(
    ({ commandId }) => loaded.commands.get(commandId)?.receipt ?? [],
  );
  const last = receipts.at(-1);
  if (last === undefined) throw new TypeError('Nothing is recorded of these commands');
  return {
    ...last,
    commandId: given[0]?.commandId ?? last.commandId,
    events: receipts.flatMap(({ events }) => events),
  };
}
