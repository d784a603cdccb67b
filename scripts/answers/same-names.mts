import type { StoredEvent } from './checkout.mts';
import { isList, isObject, withTexts } from './json.mts';
import type { Json } from './json.mts';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** What two recordings of the same facts call their ids, which they cannot share. */
export interface Names {
  /** An answer with every id and time of recording named alike in both recordings. */
  readonly named: <T extends Json>(answer: T) => T;
  /** The id behind a name; whatever is no name as it is. */
  readonly idOf: (name: string) => string;
}

/** An id is called by the event that it first appears in, and by its place in that event. */
export function namesOf(events: readonly StoredEvent[]): Names {
  const names = new Map<string, string>();
  const ids = new Map<string, string>();
  const add = (value: Json, name: string): void => {
    if (typeof value === 'string') {
      for (const id of value.match(UUID) ?? []) {
        if (names.has(id)) continue;
        names.set(id, name);
        ids.set(name, id);
      }
    } else if (isList(value)) {
      value.forEach((entry, index) => add(entry, `${name}[${index}]`));
    } else if (isObject(value)) {
      for (const [key, entry] of Object.entries(value)) add(entry, `${name}.${key}`);
    }
  };
  for (const { position, id, data, metadata } of events) {
    add(id, `event ${position}`);
    add(data, `data of event ${position}`);
    add(metadata, `metadata of event ${position}`);
  }
  return {
    named: (answer) =>
      withTexts(answer, (text, key) =>
        key === 'recordedAt' ? 'then' : text.replaceAll(UUID, (id) => names.get(id) ?? id),
      ),
    idOf: (name) => ids.get(name) ?? name,
  };
}
