import type { TextRule } from '#vocabulary';
import { brokenIdRule, brokenTextRule, FREE_TEXT, MAX_JSON_LEVELS } from '#vocabulary';
import type { Field, Fields } from './field';

/** The first text of a command that breaks a rule, with the path of its field: `items.2.code`. */
export interface BrokenText {
  readonly field: string;
  readonly rule: TextRule;
}

/** For words and figures that are in one line. */
const LINE = { max: 200, lines: false } as const;

/** Follows the declared fields: whatever way a command came, all its texts are looked at. */
export function firstBrokenText(fields: Fields, data: object, within = ''): BrokenText | undefined {
  for (const [name, field] of Object.entries(fields)) {
    const broken = brokenIn(
      field,
      (data as Readonly<Record<string, unknown>>)[name],
      within + name,
    );
    if (broken !== undefined) return broken;
  }
  return undefined;
}

function brokenIn(field: Field, value: unknown, path: string): BrokenText | undefined {
  switch (field.kind) {
    case 'id':
    case 'code':
      return typeof value === 'string' ? broken(path, brokenIdRule(value)) : undefined;
    case 'text':
      return typeof value === 'string' ? broken(path, brokenTextRule(value, field)) : undefined;
    case 'list':
      return firstOf(entriesOf(value), ([index, item]) =>
        brokenIn(field.items, item, `${path}.${index}`),
      );
    case 'record':
      return firstOf(
        entriesOf(value),
        ([code, item]) =>
          broken(path, brokenIdRule(code)) ?? brokenIn(field.values, item, `${path}.${code}`),
      );
    case 'nested':
      return isObject(value) ? firstBrokenText(field.fields, value, `${path}.`) : undefined;
    case 'json':
      return brokenJson(value, path, MAX_JSON_LEVELS);
    default:
      return typeof value === 'string' ? broken(path, brokenTextRule(value, LINE)) : undefined;
  }
}

/** Every text and every name, however deep. The path stays that of the field: names may be what is broken. */
function brokenJson(value: unknown, path: string, deeper: number): BrokenText | undefined {
  if (typeof value === 'string') return broken(path, brokenTextRule(value, FREE_TEXT));
  if (!isObject(value)) return undefined;
  if (deeper === 0) return { field: path, rule: 'NESTING' };
  return firstOf(
    entriesOf(value),
    ([name, item]) =>
      broken(path, brokenTextRule(name, FREE_TEXT)) ?? brokenJson(item, path, deeper - 1),
  );
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value) : [];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function firstOf<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function broken(field: string, rule: TextRule | undefined): BrokenText | undefined {
  return rule === undefined ? undefined : { field, rule };
}
