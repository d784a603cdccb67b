/** What goes wrong with the next append. Where the events are stored all the same, the name says `after`. */
export type AppendFault =
  | 'silence'
  | 'silence-after'
  | 'reset'
  | 'reset-after'
  | 'deadline'
  | 'deadline-after'
  | 'wrong-version-after'
  | 'ended-ok'
  | 'ended-aborted'
  | 'ended-internal'
  | 'unknown-answer-after'
  | 'repeated-answer-after'
  | 'answer-without-details';

/** What goes wrong with the next read that is no subscription. */
export type ReadFault = 'silence' | 'reset-half-way' | 'unavailable' | 'not-leader' | 'doubled';

/** What a test tells the double to do. */
export type Order =
  /** Forgets everything: events, faults, counts. */
  | { readonly kind: 'clear' }
  | { readonly kind: 'append-fault'; readonly fault: AppendFault }
  | { readonly kind: 'read-fault'; readonly fault: ReadFault }
  /** The next question for the supported methods is answered with this gRPC status. */
  | { readonly kind: 'features-fault'; readonly status: number }
  /** Ends live subscriptions: as too slow, with an error, or with status OK. */
  | { readonly kind: 'drop-subscriptions'; readonly how: 'too-slow' | 'ok' }
  /** Subscriptions that come now are confirmed and then told nothing more. */
  | { readonly kind: 'mute-subscriptions' }
  /** Resets every connection. */
  | { readonly kind: 'reset-connections' }
  /** Resets every connection and refuses new ones, or takes them and says nothing. */
  | { readonly kind: 'go-away'; readonly how: 'refuse' | 'say-nothing' }
  /** Takes connections again; `forget` loses all events. */
  | { readonly kind: 'come-back'; readonly forget?: boolean }
  /** Events of others, put in as one more writer would. */
  | { readonly kind: 'foreign-events'; readonly stream: string; readonly count: number }
  /** What the administrator of the store can do to a stream. */
  | { readonly kind: 'delete-stream'; readonly stream: string; readonly before?: number }
  | { readonly kind: 'tombstone-stream'; readonly stream: string }
  /** What somebody can do who has its files: the words of an event, replaced by others. */
  | {
      readonly kind: 'alter-event';
      readonly stream: string;
      readonly revision: number;
      readonly words: string;
      readonly by: string;
    }
  | { readonly kind: 'report' };

export interface StoredSummary {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
}

export interface Report {
  /** The authorisations that calls came with. */
  readonly visitors: readonly string[];
  readonly batchAppends: number;
  readonly unaryAppends: number;
  readonly reads: number;
  /** Reads under way that are no subscriptions. */
  readonly openReads: number;
  readonly openSubscriptions: number;
  readonly subscriptions: number;
  readonly appendFaultsLeft: number;
  /** The most bytes of appends that were received and not yet answered. */
  readonly mostBytesInFlight: number;
  readonly events: readonly StoredSummary[];
}
