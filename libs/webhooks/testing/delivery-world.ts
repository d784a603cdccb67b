import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Feeds } from '#feeds';
import { FollowedTestLog, HandClock } from '#feeds/testing';
import { openSqliteDocumentStore } from '../../read-models/sqlite';
import { AddressPolicy, AllowedHosts, Attempts, Couriers, DeliveryStore, Sender } from '../index';
import type { DeliveryDocument, Telling } from '../index';
import { KnownRegistrations } from './known-registrations';
import { Receiver } from './receiver';

const START = Date.parse('2025-01-20T08:00:00Z');
export const RETRIES_MS = [5_000, 300_000, 1_800_000, 7_200_000, 18_000_000];
const TERMS = { leaseMs: 60_000, lookEveryMs: 1 };

interface Process {
  readonly couriers: Couriers;
  readonly feeds: Feeds;
}

/** A log, a store of deliveries and a receiver, all of them real; the time is the test's. */
export class DeliveryWorld {
  readonly log = new FollowedTestLog();
  readonly clock = new HandClock(START);
  readonly registrations = new KnownRegistrations();
  private readonly failures: unknown[] = [];
  holdsRole = true;
  /** Webhooks, as operators see it. */
  disabled = 0;
  private readonly folder = mkdtempSync(join(tmpdir(), 'four-good-webhooks-'));
  private readonly keys = {
    secret: randomBytes(32),
    privateKey: generateKeyPairSync('ed25519').privateKey,
  };
  private readonly processes: Process[] = [];
  readonly store = this.openStore();

  private constructor(readonly receiver: Receiver) {}

  static async open(): Promise<DeliveryWorld> {
    return new DeliveryWorld(await Receiver.open());
  }

  register(webhook = 'hook'): void {
    this.registrations.add(webhook, this.receiver.url);
  }

  /** A process that delivers, if no other one does. */
  async start(holder: string): Promise<Couriers> {
    const { log, clock, registrations } = this;
    const watch = {
      attempted: () => undefined,
      waiting: () => undefined,
      disabled: (count: number) => {
        this.disabled = count;
      },
      failed: (_webhook: string, error: unknown) => {
        this.failures.push(error);
      },
    };
    const policy = new AddressPolicy({
      allowHttp: true,
      allowedHosts: AllowedHosts.of(['127.0.0.1']),
    });
    const telling = this.telling();
    const feeds = new Feeds(log.log);
    const couriers = new Couriers({
      feeds,
      log: log.log,
      registrations,
      telling,
      endings: registrations,
      store: this.openStore(),
      attempts: new Attempts({
        telling,
        sender: new Sender({ policy }),
        retriesMs: RETRIES_MS,
        watch,
        now: clock.date,
        random: () => 0,
      }),
      watch,
      holder,
      ownership: TERMS,
      now: clock.date,
      elapsed: clock.elapsed,
    });
    this.processes.push({ couriers, feeds });
    await couriers.start();
    return couriers;
  }

  async delivery(event: string): Promise<DeliveryDocument | undefined> {
    return this.store.delivery('hook', event);
  }

  /** Nothing may have failed but what receivers answered. */
  async end(): Promise<void> {
    for (const { couriers } of this.processes) await couriers.stop();
    await this.receiver.close();
    await this.log.dispose();
    await this.store.close();
    rmSync(this.folder, { recursive: true, force: true });
    if (this.failures.length > 0) throw new AggregateError(this.failures, 'Not all was well');
  }

  private telling(): Telling {
    return {
      holdsRole: () => Promise.resolve(this.holdsRole),
      tell: (_registration, { id }) =>
        Promise.resolve(
          this.holdsRole
            ? { kind: 'told', body: JSON.stringify({ id }) }
            : ({ kind: 'roleOver' } as const),
        ),
      keysOf: () => [this.keys],
    };
  }

  private openStore(): DeliveryStore {
    return new DeliveryStore(openSqliteDocumentStore({ path: join(this.folder, 'webhooks.db') }));
  }
}
