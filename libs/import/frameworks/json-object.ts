import { notTaken, taken } from '../rows/reading';
import type { Reading } from '../rows/reading';
import { textOf } from '../rows/texts';

type JsonObject = Readonly<Record<string, unknown>>;

/** A JSON object whose texts are texts, in Unicode's composed form. */
export function jsonObjectOf(file: string, text: string): Reading<JsonObject> {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return notTaken('NOT_JSON', `${file} is not a JSON object.`);
  }
  const bad = firstBadText(value, '');
  if (bad !== undefined) return notTaken('NOT_A_TEXT', bad);
  return taken(mapped(value, (part) => part.normalize('NFC')) as JsonObject);
}

/** The same fields in the order of their names: what two layouts of one object have in common. */
export function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, part]) => [name, inOrder(part)]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** No text of a framework is as long as that. */
const MAX_TEXT = 100_000;

function firstBadText(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') {
    const reading = textOf(value.replaceAll(/[\r\t]/g, ' '), MAX_TEXT);
    return reading.ok ? undefined : `${path}: ${reading.reason}`;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, part] of Object.entries(value)) {
    const bad =
      firstBadText(name, path) ?? firstBadText(part, path === '' ? name : `${path}.${name}`);
    if (bad !== undefined) return bad;
  }
  return undefined;
}

function mapped(value: unknown, text: (value: string) => string): unknown {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return value.map((part) => mapped(part, text));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, part]) => [text(name), mapped(part, text)]);
  return Object.fromEntries(fields) as unknown;
}
