import { Inject, Injectable, Optional } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { ACCESS_LEDGER, LEDGER } from './injection-tokens';
import { Metrics } from './metrics';
import type { WatchedLedger } from './watched-ledger';

const STATES: readonly WatchedLedger['state'][] = ['CHECKING', 'SIGNING', 'BROKEN'];

/** Whether the history is still the one that was signed, in programs that have a ledger. */
@Injectable()
export class LedgerMetrics {
  private readonly state: Gauge<'state'> | undefined;
  private readonly accessState: Gauge<'state'> | undefined;
  private readonly size: Gauge | undefined;
  private readonly cosigned: Gauge<'witness'> | undefined;

  constructor(
    { registry }: Metrics,
    @Optional() @Inject(LEDGER) private readonly ledger?: WatchedLedger,
    @Optional()
    @Inject(ACCESS_LEDGER)
    private readonly accessLedger?: Pick<WatchedLedger, 'state'>,
  ) {
    if (ledger === undefined) return;
    this.state = new Gauge({
      name: 'four_good_ledger_state',
      help: '1 for the state of the ledger: BROKEN when the log does not give what was signed.',
      labelNames: ['state'],
      registers: [registry],
    });
    this.accessState = new Gauge({
      name: 'four_good_access_ledger_state',
      help: '1 for the state of the records of who looked: BROKEN when they are not those that were signed.',
      labelNames: ['state'],
      registers: [registry],
    });
    this.size = new Gauge({
      name: 'four_good_ledger_signed_events',
      help: 'Events in the last tree that was signed.',
      registers: [registry],
    });
    this.cosigned = new Gauge({
      name: 'four_good_ledger_cosigned_events',
      help: 'Events in the last tree that a witness cosigned, since the start.',
      labelNames: ['witness'],
      registers: [registry],
    });
  }

  /** To be called before each scrape. */
  measure(): void {
    for (const state of STATES) {
      this.state?.set({ state }, this.ledger?.state === state ? 1 : 0);
      this.accessState?.set({ state }, this.accessLedger?.state === state ? 1 : 0);
    }
    this.size?.set(this.ledger?.signedSize ?? 0);
    for (const { name, size } of this.ledger?.witnesses ?? []) {
      this.cosigned?.set({ witness: name }, size);
    }
  }
}
