import { decideCorrection, isOutOfScope, requireMayCorrect, scopeOf } from '#domain';
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
 * Who may correct a fact depends on who recorded it. Whom the wrong fact concerned is taken from its event: the
 * correction has to be found where the fact is found, whatever the tree looks like today.
 *
 * @param recorded all events of the stream
 * @throws {CommandRefused}
 */
export async function decideCorrectionOf(
  given: PreparedCommand,
  command: Correction,
  recorded: readonly RecordedEvent[],
  { knowledge, now }: { readonly knowledge: Knowledge; readonly now: Instant },
): Promise<readonly NewEvent[]> {
  const { reason, effectiveAt, commandId } = given.envelope;
  const context = new KnownContext(knowledge, now, given.envelope);
  const found = recorded.find(({ id }) => id === command.event);
  const wrong = found && (await knowledge.settle(() => isSeen(found, context))) ? found : undefined;
  const obstacle =
    wrong &&
    (await knowledge.settle(() =>
      requireMayCorrect(wrong, wrong.metadata.onBehalfOf ?? wrong.metadata.actor, context),
    ));
  if (obstacle !== undefined) throw new CommandRefused(obstacle, commandId);
  const decision = decideCorrection(command, wrong === undefined ? [] : recorded, reason);
  if (decision.kind === 'refused') throw new CommandRefused(decision.refusal, commandId);
  if (wrong === undefined) throw new TypeError('What is not recorded is not corrected');
  return decision.facts.map((fact, index) =>
    newEvent(given, index, { ...fact, effectiveAt }, wrong.metadata.tags, undefined),
  );
}

/** What lies outside the scope of whoever corrects does not exist for him. */
function isSeen(wrong: RecordedEvent, context: KnownContext): boolean {
  return !isOutOfScope(scopeOf(wrong.data as object), context);
}
