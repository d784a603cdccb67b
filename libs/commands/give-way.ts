import { refusal } from '#domain';
import type { DomainCommand } from '#domain';
import type { EventLog, RecordedEvent } from '#event-log';
import { earlierPledge } from './earlier-pledge';
import type { CommandEnvelope, Receipt } from './envelope';
import { CommandRefused } from './errors';
import { preparedCommand } from './prepared-command';
import type { PreparedCommand } from './prepared-command';
import { nameBasedUuids } from './name-based-uuid';
import { ownPledgeOf } from './own-pledge';

export interface GivingWay {
  readonly log: Pick<EventLog, 'readAllSlice'>;
  /** Every event of the stream in which the commands are recorded. */
  readonly recorded: () => Promise<readonly RecordedEvent[]>;
  readonly withdraw: (withdrawal: PreparedCommand) => Promise<Receipt>;
}

type Registration = Extract<DomainCommand, { readonly type: 'RegisterPledge' }>;

const withdrawalIds = nameBasedUuids('e0a4c1d7-5a0b-5f3c-8d52-9b1f7e6c4a38');

/**
 * To be called with commands that are recorded, where several processes record. Two of them may have
 * let in a pledge each, in streams of their own: the later one is withdrawn, and refused as it would
 * have been a moment later; also when it is repeated.
 *
 * @throws {CommandRefused}
 */
export async function giveWay(
  given: readonly PreparedCommand[],
  { log, recorded, withdraw }: GivingWay,
): Promise<void> {
  for (const { envelope } of given) {
    const { command, commandId } = envelope;
    if (!isOwnRegistration(command)) continue;
    const events = await recorded();
    const registered = events.find(({ metadata }) => metadata.commandId === commandId);
    const earlier = registered && (await earlierPledge(log, registered));
    if (earlier === undefined) continue;
    await withdraw(preparedCommand(withdrawalOf(envelope, command, earlier.id))).catch(
      ignoreRefusal,
    );
    const campaign = ownPledgeOf(earlier.type, earlier.data)?.campaign;
    const { organisation, year } = command;
    throw new CommandRefused(
      refusal('ALREADY_PLEDGED_UNDER_ANOTHER_CAMPAIGN', {
        field: 'campaign',
        organisation,
        year,
        campaigns: campaign === undefined ? [] : [campaign],
      }),
      commandId,
    );
  }
}

/** An organisation's own pledges for a year are different streams by campaign, but exclude each other. */
export function isOwnRegistration(command: CommandEnvelope['command']): command is Registration {
  return command.type === 'RegisterPledge' && command.member === undefined;
}

/** The same whenever it is given: a process that died before it is made up for by a repetition. */
function withdrawalOf(
  { commandId, effectiveAt, actor, onBehalfOf, correlationId }: CommandEnvelope,
  { campaign, year, organisation }: Registration,
  causationId: string,
): CommandEnvelope {
  return {
    command: { type: 'WithdrawPledge', campaign, year, organisation },
    commandId: withdrawalIds(commandId),
    effectiveAt,
    actor,
    ...(onBehalfOf && { onBehalfOf }),
    correlationId: correlationId ?? commandId,
    causationId,
  };
}

/** Somebody has withdrawn it already. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof CommandRefused)) throw error;
}
