import { exact, assertNever } from '#vocabulary';
import type { Operator } from '#vocabulary';

interface Comparison {
  readonly op: Operator;
  readonly value: number;
}

/** Whether whatever satisfies `changed` satisfies `base` too: then the change can only refuse more. */
export function isAtLeastAsStrict(changed: Comparison, base: Comparison): boolean {
  const order = exact(changed.value).compare(exact(base.value));
  switch (base.op) {
    case '>=':
      return ['>=', '>', '=='].includes(changed.op) && order >= 0;
    case '>':
      return changed.op === '>' ? order >= 0 : ['>=', '=='].includes(changed.op) && order > 0;
    case '<=':
      return ['<=', '<', '=='].includes(changed.op) && order <= 0;
    case '<':
      return changed.op === '<' ? order <= 0 : ['<=', '=='].includes(changed.op) && order < 0;
    case '==':
      return changed.op === '==' && order === 0;
    default:
      return assertNever(base.op);
  }
}
