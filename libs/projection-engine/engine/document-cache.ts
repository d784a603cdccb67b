/** A document as it stands in the store, or known to be absent from it. */
export interface CachedDocument {
  readonly body: object | undefined;
  readonly position: bigint;
  /** What the store expects to be named as loaded: a tombstone has a position too. */
  readonly guard: bigint | 'absent';
  readonly json: string;
}

/**
 * Documents kept between batches, the least recently used going first. Safe because a projection
 * has one owner: should another write after all, the guard of the next write finds out.
 */
export class DocumentCache {
  private readonly documents = new Map<string, CachedDocument>();
  private characters = 0;

  constructor(private readonly maxCharacters: number) {}

  get(key: string): CachedDocument | undefined {
    const found = this.documents.get(key);
    if (found !== undefined) {
      this.documents.delete(key);
      this.documents.set(key, found);
    }
    return found;
  }

  set(key: string, document: CachedDocument): void {
    this.delete(key);
    this.documents.set(key, document);
    this.characters += weight(key, document);
    if (this.characters <= this.maxCharacters) return;
    for (const [oldest, cached] of this.documents) {
      if (this.characters <= this.maxCharacters) break;
      this.documents.delete(oldest);
      this.characters -= weight(oldest, cached);
    }
  }

  delete(key: string): void {
    const found = this.documents.get(key);
    if (found === undefined) return;
    this.documents.delete(key);
    this.characters -= weight(key, found);
  }

  clear(): void {
    this.documents.clear();
    this.characters = 0;
  }
}

function weight(key: string, document: CachedDocument): number {
  return key.length + document.json.length;
}
