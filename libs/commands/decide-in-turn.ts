import { refusal } from '#domain';
import type { Instant } from '#vocabulary';
import type { DomainAggregate, DomainCommand, DomainState } from '#domain';
import type { NewEvent, Tags } from '#event-log';
import type { CommandEnvelope } from './envelope';
import { CommandRefused } from './errors';
import type { SealedCommand } from './sealed-command';
import type { Knowledge } from './knowledge';
import { KnownContext } from './known-context';
import type { LoadedStream } from './loaded-stream';
import { newEvent, tagsOf } from './new-event';
import type { EffectiveFact } from './new-event';

export interface Deciding {
  readonly aggregate: DomainAggregate;
  readonly stream: string;
  readonly loaded: LoadedStream;
  readonly knowledge: Knowledge;
  readonly now: Instant;
}

/**
 * Decides commands of one stream, each on what those before it led to.
 *
 * @throws {CommandRefused} for the first that is refused
 */
export async function decideInTurn(
  due: readonly SealedCommand[],
  { aggregate, stream, loaded, knowledge, now }: Deciding,
): Promise<readonly NewEvent[]> {
  const events: NewEvent[] = [];
  let { state } = loaded;
  if (loaded.revision >= 0) knowledge.keep(stream, state);
  for (const given of due) {
    const decided = await decide(given, aggregate, state, knowledge, now);
    events.push(...decided.events);
    state = decided.state;
    knowledge.keep(stream, state);
  }
  return events;
}

async function decide(
  given: SealedCommand,
  aggregate: DomainAggregate,
  state: DomainState,
  knowledge: Knowledge,
  now: Instant,
): Promise<{ readonly events: readonly NewEvent[]; readonly state: DomainState }> {
  const { commandId, effectiveAt } = given.envelope;
  const command = commandOfAggregate(given);
  refuseImpossibleTime(given.envelope, now);
  const context = new KnownContext(knowledge, now, given.envelope);
  const decided = await knowledge.settle(() => {
    const decision = aggregate.decide(command, state, context);
    if (decision.kind === 'refused') return decision.refusal;
    return decision.facts.map((one): TaggedFact => {
      const fact = { ...one, effectiveAt: one.effectiveAt ?? effectiveAt };
      return { fact, tags: tagsOf(fact, context) };
    });
  });
  if ('code' in decided) throw new CommandRefused(decided, commandId);
  const { readThrough } = knowledge;
  return {
    events: decided.map(({ fact, tags }, index) => newEvent(given, index, fact, tags, readThrough)),
    state: decided.reduce((before, { fact }) => aggregate.evolve(before, fact), state),
  };
}

interface TaggedFact {
  readonly fact: EffectiveFact;
  readonly tags: Tags;
}

/** A correction looks at the events of its stream, not at what they led to: it is decided elsewhere, and alone. */
function commandOfAggregate({ command }: SealedCommand): DomainCommand {
  if (command.type === 'CorrectFact') throw new TypeError('A correction is given by itself');
  return command;
}

/** Clocks of offices differ: what was just now there must not be the future here. */
const CLOCKS_APART_MS = 120_000;

/** @throws {CommandRefused} */
export function refuseImpossibleTime(
  { commandId, effectiveAt }: CommandEnvelope,
  now: Instant,
): void {
  const at = Date.parse(effectiveAt);
  const about = { field: 'effectiveAt', value: effectiveAt };
  if (Number.isNaN(at)) throw new CommandRefused(refusal('VALUE_INVALID', about), commandId);
  if (at > Date.parse(now) + CLOCKS_APART_MS) {
    throw new CommandRefused(refusal('EFFECTIVE_IN_FUTURE', about), commandId);
  }
}
