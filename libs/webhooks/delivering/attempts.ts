import type { RecordedEvent } from '#event-log';
import { meaningOf } from '../outcome/answer';
import type { Answer } from '../outcome/answer';
import { judge } from '../outcome/verdict';
import type { Verdict } from '../outcome/verdict';
import type { Sender } from '../sending/sender';
import { signatureHeaders } from '../signing/sign';
import type { Attempt, DeliveryDocument } from '../store/delivery.document';
import type { DeliveryWatch, Registration, Telling } from './ports';

interface AttemptsOptions {
  readonly telling: Telling;
  readonly sender: Pick<Sender, 'post'>;
  readonly retriesMs: readonly number[];
  readonly watch: Pick<DeliveryWatch, 'attempted'>;
  readonly now: () => Date;
  /** From 0 to before 1. */
  readonly random: () => number;
}

export type Made =
  | {
      readonly kind: 'made';
      readonly verdict: Verdict;
      /** All that are kept, this one included. */
      readonly attempts: readonly Attempt[];
    }
  | { readonly kind: 'unseen' | 'roleOver' };

/** So many are kept of one delivery: far more than there are between two interventions. */
const KEPT = 100;

/** Single attempts to bring an event to a webhook: told anew each time, since what its owner sees may have changed. */
export class Attempts {
  constructor(private readonly options: AttemptsOptions) {}

  /** Throws what the signal was given with. */
  async make(
    registration: Registration,
    event: RecordedEvent,
    before: Pick<DeliveryDocument, 'attempts'> | undefined,
    signal: AbortSignal,
  ): Promise<Made> {
    const { telling, retriesMs, watch, now, random } = this.options;
    const told = await telling.tell(registration, event, signal);
    if (told.kind !== 'told') return told;
    const at = now();
    const answer = await this.sent(registration, { id: event.id, at, body: told.body }, signal);
    const answeredAt = now().getTime();
    const attempt = attemptOf(answer, at, answeredAt - at.getTime());
    watch.attempted(meaningOf(attempt), attempt.durationMs);
    const attempts = [...(before?.attempts ?? []), attempt].slice(-KEPT);
    const verdict = judge({
      attempts: attempts.filter((made) => made.at >= registration.resumedAt || made === attempt),
      retriesMs,
      retryAfter: 'retryAfter' in answer ? answer.retryAfter : undefined,
      now: answeredAt,
      random: random(),
    });
    return { kind: 'made', verdict, attempts };
  }

  private async sent(
    registration: Registration,
    { id, at, body }: { readonly id: string; readonly at: Date; readonly body: string },
    signal: AbortSignal,
  ): Promise<Answer> {
    const keys = this.options.telling.keysOf(registration);
    const message = { id, timestamp: Math.floor(at.getTime() / 1_000), body };
    const headers = {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      ...signatureHeaders(message, keys),
    };
    return this.options.sender.post({ url: registration.url, headers, body, signal });
  }
}

function attemptOf(answer: Answer, at: Date, durationMs: number): Attempt {
  const common = { at: at.toISOString(), durationMs };
  return 'status' in answer
    ? { ...common, status: answer.status }
    : { ...common, failure: answer.failure };
}
