import {
  brokenTextRule,
  canonicalText,
  FREE_TEXT,
  firstJsonFault,
  MAX_JSON_LEVELS,
  printable,
} from '#vocabulary';
import type { JsonFault, TextRule } from '#vocabulary';
import { notTaken, taken } from '../rows/reading';
import type { Reading } from '../rows/reading';

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * A JSON object as it is recorded: what reading would change (names given twice, digits lost) is refused with its place,
 * and texts keep to the rules that the gate has for them.
 */
export function jsonObjectOf(file: string, text: string): Reading<JsonObject> {
  const fault = firstJsonFault(text);
  if (fault !== undefined) return notTaken(...FAULTS[fault.kind](file, fault));
  const value: unknown = JSON.parse(text);
  if (!isObject(value) || Array.isArray(value)) {
    return notTaken('NOT_JSON', `${file} is not a JSON object.`);
  }
  const bad = firstBadPart(value, '', MAX_JSON_LEVELS);
  if (bad !== undefined) return notTaken('NOT_A_TEXT', `${file}: ${bad}`);
  return taken(mapped(value, canonicalText) as JsonObject);
}

/** The same fields in the order of their names: what two layouts of one object have in common. */
export function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!isObject(value)) return value;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, part]) => [name, inOrder(part)]));
}

const FAULTS: Readonly<
  Record<JsonFault['kind'], (file: string, fault: JsonFault) => readonly [string, string]>
> = {
  SYNTAX: (file, fault) => [
    'NOT_JSON',
    `${placeIn(file, fault)} is no JSON${fault.text === '' ? ': the file ends there' : ` from “${fault.text}” on`}.`,
  ],
  NAME_TWICE: (file, fault) => [
    'GIVEN_TWICE',
    `${placeIn(file, fault)} gives ${fault.path} twice; remove one of them.`,
  ],
  NAME_RESERVED: (file, fault) => [
    'NOT_JSON',
    `${placeIn(file, fault)} has the name ${fault.path}, which no definition may have.`,
  ],
  NUMBER_INEXACT: (file, fault) => [
    'NOT_A_NUMBER',
    `${placeIn(file, fault)} has the number ${fault.text} at ${fault.path}, which is not kept digit by digit; write it shorter.`,
  ],
};

function placeIn(file: string, { line, column }: JsonFault): string {
  return `${file}, line ${line}, column ${column},`;
}

const RULES: Readonly<Record<TextRule, string>> = {
  WELL_FORMED: 'holds half of a surrogate pair, which is no text',
  NO_CONTROL_CHARACTERS: 'has a tab or another control character',
  ONE_LINE: 'has more than one line',
  LENGTH: `has more than ${FREE_TEXT.max} characters`,
  ID_PATTERN: 'is no id',
  NESTING: `is more than ${MAX_JSON_LEVELS} levels deep`,
};

function firstBadPart(value: unknown, path: string, deeper: number): string | undefined {
  if (typeof value === 'string') return badText(value, path);
  if (!isObject(value)) return undefined;
  if (deeper === 0) return said(path, 'NESTING');
  for (const [name, part] of Object.entries(value)) {
    const within = path === '' ? name : `${path}.${name}`;
    const bad = badText(name, within) ?? firstBadPart(part, within, deeper - 1);
    if (bad !== undefined) return bad;
  }
  return undefined;
}

function badText(text: string, path: string): string | undefined {
  const rule = brokenTextRule(canonicalText(text), FREE_TEXT);
  return rule === undefined ? undefined : said(path, rule);
}

function said(path: string, rule: TextRule): string {
  return `${printable(path)} ${RULES[rule]}.`;
}

function mapped(value: unknown, text: (value: string) => string): unknown {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return value.map((part) => mapped(part, text));
  if (!isObject(value)) return value;
  const fields = Object.entries(value).map(([name, part]) => [text(name), mapped(part, text)]);
  return Object.fromEntries(fields) as unknown;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
