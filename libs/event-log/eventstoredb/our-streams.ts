import type { Filter } from '@eventstore/db-client';
import { streamNameFilter } from '@eventstore/db-client';
import type { StreamId } from '../event';

/** The streams of the store that belong to this log, and their names there. */
export class OurStreams {
  readonly filter: Filter;
  readonly #prefixes: readonly string[] | undefined;

  /**
   * @param namespace comes before every stream's name in the store
   * @param categories beginnings of our streams' names; without any, all that are not the store's own
   */
  constructor(
    private readonly namespace: string,
    categories: readonly string[] | undefined,
  ) {
    const named = categories?.map((category) => `${namespace}${category}`);
    this.#prefixes = named ?? (namespace === '' ? undefined : [namespace]);
    // The filter for system events goes by type: it would miss some of their streams and drop some of ours.
    this.filter =
      this.#prefixes === undefined
        ? streamNameFilter({ regex: '^[^$]' })
        : streamNameFilter({ prefixes: [...this.#prefixes] });
  }

  nameInStore(stream: StreamId): string {
    return `${this.namespace}${stream}`;
  }

  /** `undefined` for a stream that is not of this log. */
  ownStream(nameInStore: string): StreamId | undefined {
    const isOwn =
      this.#prefixes?.some((prefix) => nameInStore.startsWith(prefix)) ??
      !nameInStore.startsWith('$');
    return isOwn ? nameInStore.slice(this.namespace.length) : undefined;
  }
}
