import type { StoredEvent } from './checkout.mts';
import { isList, isObject, withTexts } from './json.mts';
import type { Json } from './json.mts';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * Names for the ids and times that two recordings of the same facts cannot share: an id is called by the position of
 * the event that it first appears in, and by its place in that event.
 */
export function sameNames(events: readonly StoredEvent[]): (answer: Json) => Json {
  const names = new Map<string, string>();
  const add = (value: Json, name: string): void => {
    if (typeof value === 'string') {
      for (const id of value.match(UUID) ?? []) if (!names.has(id)) names.set(id, name);
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
  return (answer) =>
    withTexts(answer, (text, key) =>
      key === 'recordedAt' ? 'then' : text.replace(UUID, (id) => names.get(id) ?? id),
    );
}
