/** Kept for the next request: whoever asks often asks within the same scope. */
const MOST = 500;

/**
 * What lies at or below an organisation, as far as the read model had come: good for as long as it has not come
 * further. Shared by all requests.
 */
export class KnownReaches {
  private readonly reaches = new Map<string, ReadonlySet<string>>();
  private through = '';

  of(root: string, through: string): ReadonlySet<string> | undefined {
    return through === this.through ? this.reaches.get(root) : undefined;
  }

  keep(root: string, through: string, reach: ReadonlySet<string>): void {
    if (through !== this.through || this.reaches.size >= MOST) this.reaches.clear();
    this.through = through;
    this.reaches.set(root, reach);
  }
}
