import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Counter } from 'prom-client';
import { Metrics } from '#operations';
import type { Actor } from '#vocabulary';
import { LOGGER } from '../injection-tokens';
import { CostBudgets } from '../rates';

/** The kinds of limits: of what somebody asks for in a minute, of guessing, of connections, of size, of time. */
export type Limit = 'rate' | 'attempts' | 'connections' | 'size' | 'time';

/** As often somebody may take what is not his by mistake, in a minute. */
const BY_MISTAKE = 10;
const MOST_KEPT = 10_000;

/** What was refused, and to whom: attempts show in numbers, and repeated ones with a name. */
@Injectable()
export class RefusalMetrics {
  private readonly refusals: Counter<'role' | 'operation'>;
  private readonly limits: Counter<'limit'>;
  private readonly mistakes = new CostBudgets({ perMinute: BY_MISTAKE, mostKept: MOST_KEPT });
  private readonly told = new CostBudgets({ perMinute: 1, mostKept: MOST_KEPT });

  constructor(
    metrics: Metrics,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.refusals = new Counter({
      name: 'four_good_refusals_total',
      help: 'Operations that the role or its scope does not allow, by role and operation.',
      labelNames: ['role', 'operation'],
      registers: [metrics.registry],
    });
    this.limits = new Counter({
      name: 'four_good_limits_hit_total',
      help: 'What was refused because it was too much, by the kind of limit.',
      labelNames: ['limit'],
      registers: [metrics.registry],
    });
  }

  /** @param operation one of those that there are: it becomes a label */
  forbidden({ id, role, organisation }: Actor, operation: string): void {
    this.refusals.inc({ role, operation });
    const actor = `${id} ${role} ${organisation}`;
    const isRepeated = this.mistakes.take(actor, 1) > 0;
    if (!isRepeated || this.told.take(actor, 1) > 0) return;
    this.logger.warn(
      { actor: id, role, organisation, operation },
      'Somebody keeps asking for what the role does not allow',
    );
  }

  hit(limit: Limit): void {
    this.limits.inc({ limit });
  }
}
