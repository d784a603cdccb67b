import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOfDay } from '#vocabulary';
import type { Actor, LocalDate } from '#vocabulary';
import type { DomainCommand } from '#domain';
import type { EventLog, RecordedEvent } from '#event-log';
import { openSqliteEventLog } from '#event-log/sqlite';
import { CommandGateway } from '../command-gateway';
import type { CommandEnvelope, Receipt } from '../envelope';
import type { DecisionSources } from '../sources.port';

export const CLERK: Actor = { id: 'clerk', role: 'OPERATOR', organisation: 'superior' };
export const NOW = new Date('2025-06-01T00:00:00Z');

/** A read model that has nothing to tell yet. */
export const SILENT: DecisionSources = {
  scorecard: () => Promise.resolve(undefined),
  casesOf: () => Promise.resolve([]),
};

/** A gateway on a real log in a folder of its own, which can be closed and opened again. */
export class Office {
  private readonly folder = mkdtempSync(join(tmpdir(), 'commands-'));
  log: EventLog;
  gateway: CommandGateway;

  /** @param elsewhere opens the log where it is not to be in a file */
  constructor(
    private readonly sources: DecisionSources = SILENT,
    private readonly elsewhere?: () => EventLog,
  ) {
    this.log = this.open();
    this.gateway = this.gatewayOn(this.log);
  }

  gatewayOn(log: EventLog): CommandGateway {
    return new CommandGateway({ log, sources: this.sources, now: () => NOW });
  }

  /** As after a crash: nothing is left but what the log holds. */
  async restart(): Promise<void> {
    await this.log.close();
    this.log = this.open();
    this.gateway = this.gatewayOn(this.log);
  }

  give(
    command: DomainCommand,
    more: Partial<CommandEnvelope> & { readonly on?: LocalDate } = {},
  ): Promise<Receipt> {
    return this.gateway.execute([envelope(command, more)]);
  }

  async events(stream?: string): Promise<readonly RecordedEvent[]> {
    const events = await this.log.readAllSlice({ maxCount: 10_000 });
    return events.filter((event) => stream === undefined || event.stream === stream);
  }

  async close(): Promise<void> {
    await this.log.close();
    rmSync(this.folder, { recursive: true });
  }

  private open(): EventLog {
    return (
      this.elsewhere?.() ??
      openSqliteEventLog({ path: join(this.folder, 'log.db'), clock: () => NOW })
    );
  }
}

/** Without an id of its own a command has one that follows from what it says. */
export function envelope(
  command: CommandEnvelope['command'],
  { on = '2024-03-05', ...more }: Partial<CommandEnvelope> & { readonly on?: LocalDate } = {},
): CommandEnvelope {
  const effectiveAt = startOfDay(on);
  return {
    command,
    commandId: idFor(JSON.stringify([command, effectiveAt])),
    effectiveAt,
    actor: CLERK,
    ...more,
  };
}

function idFor(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** `superior` above the committee `c1`, its cells `k1` and `k2` below it. */
export async function givenTree(office: Office): Promise<void> {
  await establish(office, 'superior', 'SUPERIOR_COMMITTEE');
  await establish(office, 'c1', 'GRASSROOTS_COMMITTEE', 'superior');
  await establish(office, 'k1', 'SUBORDINATE_CELL', 'c1');
  await establish(office, 'k2', 'SUBORDINATE_CELL', 'c1');
}

export async function establish(
  office: Office,
  organisation: string,
  kind: 'SUPERIOR_COMMITTEE' | 'GRASSROOTS_COMMITTEE' | 'SUBORDINATE_CELL',
  parent?: string,
): Promise<Receipt> {
  const command: DomainCommand = {
    type: 'EstablishOrganisation',
    organisation,
    kind,
    name: `Organisation ${organisation}`,
    organisationType: 'ward',
    ...(parent === undefined ? {} : { parent }),
  };
  return office.give(command, { on: '2000-01-01' });
}

export function holdMeeting(
  meeting: string,
  organisation = 'k1',
  on = '2024-03-05',
): DomainCommand {
  return {
    type: 'HoldMeeting',
    meeting,
    organisation,
    kind: 'REGULAR',
    startsAt: `${on}T19:00:00+07:00`,
    endsAt: `${on}T21:00:00+07:00`,
    attendance: { expected: 9, present: 9, excused: [], unexcused: [], specialDuty: [] },
    superiorAttended: false,
    previousResolutionReviewed: true,
  };
}

export function takeVote(meeting: string, subject: string): DomainCommand {
  return { type: 'TakeVote', meeting, subject, votesFor: 9, votesAgainst: 0, abstentions: 0 };
}
