import type { AppendFault, ReadFault } from './orders';

/** What was ordered to go wrong and has not yet. */
export class Faults {
  readonly appends: AppendFault[] = [];
  readonly reads: ReadFault[] = [];
  readonly features: number[] = [];
  subscriptionsAreMute = false;

  clear(): void {
    this.appends.length = 0;
    this.reads.length = 0;
    this.features.length = 0;
    this.subscriptionsAreMute = false;
  }
}
