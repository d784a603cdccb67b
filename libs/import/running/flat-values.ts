import { canonicalText } from '#vocabulary';
import { decimalOf } from '../rows/numbers';

/** The values of a fact as texts, by their paths: `attendance.present`. Lists of words are one value. */
export function flatValues(data: object, path = ''): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of Object.entries(data) as [string, unknown][]) {
    const here = path === '' ? name : `${path}.${name}`;
    if (Array.isArray(value) && value.every((part) => typeof part !== 'object')) {
      values.set(here, value.map(String).join('|'));
    } else if (typeof value === 'object' && value !== null) {
      for (const [below, text] of flatValues(value, here)) values.set(below, text);
    } else if (typeof value === 'string') {
      values.set(here, value);
    } else if (typeof value === 'number' || typeof value === 'boolean') {
      values.set(here, `${value}`);
    }
  }
  return values;
}

const DECIMAL = /(^|\.)(assigned|achieved|points)$|^scores\./;
const INSTANT = /At$/;

/** Whether two texts are the same value: 95.0 and 95, or one moment as two clocks show it. */
export function isSameValue(path: string, a: string, b: string): boolean {
  if (canonicalText(a) === canonicalText(b)) return true;
  if (INSTANT.test(path)) return Date.parse(a) === Date.parse(b);
  return DECIMAL.test(path) && shortest(a) === shortest(b);
}

function shortest(text: string): string {
  const reading = decimalOf(text, true);
  return reading.ok ? reading.value : text;
}
