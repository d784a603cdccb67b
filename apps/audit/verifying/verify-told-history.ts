import { createHash } from 'node:crypto';
import { inCurrentVersion } from '#composition/versions';
import { isOurs } from '#event-log';
import { canonicalJson } from '#ledger';
import type { ExportedEvent } from '#ledger';
import type { LoggedFact } from '#projection-engine';
import { timelineEntry } from '#projections';
import { SHOWN } from '../exporting/told-history';
import type { ToldEvent } from '../exporting/told-history';
import { recordedIn } from '../reading/exported-events';
import { Findings } from './findings';
import type { Finding } from './findings';

/**
 * Whether a service tells the history that was signed: it reads what it tells from what it has made for that, which
 * somebody may have changed behind it. What was recorded since the export is not compared.
 *
 * @param signed the events of an export
 * @param told in pages
 */
export async function verifyToldHistory(
  signed: AsyncIterable<ExportedEvent>,
  told: AsyncIterable<readonly ToldEvent[]>,
): Promise<readonly Finding[]> {
  const findings = new Findings();
  const awaited = new AwaitedEvents(signed);
  /** Told, and not signed: perhaps recorded since. */
  let strangers: ToldEvent[] = [];
  let last = -1;
  for await (const page of told) {
    for (const event of page) {
      const known = await awaited.take(event.id);
      if (known === undefined) {
        strangers.push(event);
        continue;
      }
      const about = { index: known.index, event: known.id };
      for (const { id } of strangers) {
        findings.add('INSERTED', { index: known.index, event: id, detail: `${IT_TELLS} it here` });
      }
      strangers = [];
      if (known.index < last) {
        findings.add('REORDERED', { ...about, detail: `${IT_TELLS} it later` });
      }
      if (hashOf(event) !== known.hash) {
        findings.add('ALTERED', { ...about, detail: `${IT_TELLS} something else of it` });
      }
      last = Math.max(last, known.index);
    }
  }
  for (const { index, id } of await awaited.left()) {
    findings.add('REMOVED', {
      index,
      event: id,
      detail: 'the history that the service shows lacks it',
    });
  }
  return findings.all;
}

const IT_TELLS = 'the history that the service shows tells';

/** An event as it was signed, by what a history tells of it. */
interface SignedEvent {
  readonly index: number;
  readonly id: string;
  readonly hash: string;
}

/** The events that are still to be told. As long as they are told in their order, none is kept. */
class AwaitedEvents {
  private readonly passed = new Map<string, SignedEvent>();
  private readonly signed: AsyncGenerator<SignedEvent, void>;

  constructor(signed: AsyncIterable<ExportedEvent>) {
    this.signed = signedIn(signed);
  }

  /** Nothing for one that was not signed, or was told before. */
  async take(id: string): Promise<SignedEvent | undefined> {
    const before = this.passed.get(id);
    if (before !== undefined) {
      this.passed.delete(id);
      return before;
    }
    for (;;) {
      const next = await this.signed.next();
      if (next.done === true) return undefined;
      if (next.value.id === id) return next.value;
      this.passed.set(next.value.id, next.value);
    }
  }

  async left(): Promise<readonly SignedEvent[]> {
    for await (const event of this.signed) this.passed.set(event.id, event);
    return [...this.passed.values()];
  }
}

async function* signedIn(events: AsyncIterable<ExportedEvent>): AsyncGenerator<SignedEvent, void> {
  for await (const event of events) {
    const recorded = recordedIn(event);
    // What somebody else wrote into a stream of ours is in no history.
    if (!isOurs(recorded)) continue;
    const entry = timelineEntry(inCurrentVersion(recorded) as LoggedFact);
    yield { index: event.index, id: event.id, hash: hashOf(entry) };
  }
}

/** Whether an event was signed or is told, it is the same where this is. */
function hashOf(event: object): string {
  const values = event as Readonly<Record<string, unknown>>;
  const shown = Object.entries(SHOWN).map(([name, fields]) =>
    fields === true ? (values[name] ?? null) : only(fields, values[name]),
  );
  return createHash('sha256').update(canonicalJson(shown)).digest('base64');
}

function only(fields: readonly string[], value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => only(fields, each));
  if (typeof value !== 'object' || value === null) return null;
  const values = value as Readonly<Record<string, unknown>>;
  return fields.map((name) => values[name] ?? null);
}
