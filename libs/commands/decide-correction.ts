import { decideCorrection, requireMayCorrect } from '#domain';
import type { Instant } from '#vocabulary';
import type { NewEvent, RecordedEvent } from '#event-log';
import type { CommandEnvelope } from './envelope';
import { CommandRefused } from './errors';
import { KnownContext } from './known-context';
import type { Knowledge } from './knowledge';
import type { PreparedCommand } from './prepared-command';
import { newEvent } from './new-event';

type Correction = Extract<CommandEnvelope['command'], { readonly type: 'CorrectFact' }>;

/**
 * Who may correct a fact depends on who recorded it.
 *
 * @throws {CommandRefused}
 */
export async function refuseForeignCorrection(
  { envelope }: PreparedCommand,
  { event }: Correction,
  recorded: readonly RecordedEvent[],
  { knowledge, now }: { readonly knowledge: Knowledge; readonly now: Instant },
): Promise<void> {
  const wrong = recorded.find(({ id }) => id === event);
  if (wrong === undefined) return;
  const { actor, onBehalfOf, effectiveAt, reason, commandId } = envelope;
  const context = new KnownContext(knowledge, now, effectiveAt, onBehalfOf ?? actor, reason);
  const { metadata } = wrong;
  const refusal = await knowledge.settle(() =>
    requireMayCorrect(wrong, metadata.onBehalfOf ?? metadata.actor, context),
  );
  if (refusal !== undefined) throw new CommandRefused(refusal, commandId);
}

/**
 * Whom the wrong fact concerned is taken from its event: the correction has to be found where the
 * fact is found, whatever the tree looks like today.
 *
 * @param recorded all events of the stream
 * @throws {CommandRefused}
 */
export function decideCorrectionOf(
  given: PreparedCommand,
  command: Correction,
  recorded: readonly RecordedEvent[],
): readonly NewEvent[] {
  const { reason, effectiveAt, commandId } = given.envelope;
  const decision = decideCorrection(command, recorded, reason);
  if (decision.kind === 'refused') throw new CommandRefused(decision.refusal, commandId);
  const wrong = recorded.find(({ id }) => id === command.event);
  if (wrong === undefined) throw new TypeError('What is not recorded is not corrected');
  return decision.facts.map((fact, index) =>
    newEvent(given, index, { ...fact, effectiveAt }, wrong.metadata.tags, undefined),
  );
}
