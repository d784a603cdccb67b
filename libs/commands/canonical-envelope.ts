import { canonicalText } from '#vocabulary';
import type { CommandEnvelope } from './envelope';

/** The same command with every text of it, and every name, in the form in which texts are recorded. */
export function canonicalEnvelope(envelope: CommandEnvelope): CommandEnvelope {
  return canonical(envelope) as CommandEnvelope;
}

/** The value itself where it has nothing to change: most have not. */
function canonical(value: unknown): unknown {
  if (typeof value === 'string') return canonicalText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map(canonical);
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  const entries = Object.entries(value);
  const changed = entries.map(([name, item]) => [canonicalText(name), canonical(item)] as const);
  const isSame = changed.every(
    ([name, item], index) => name === entries[index]?.[0] && item === entries[index][1],
  );
  return isSame ? value : Object.fromEntries(changed);
}
