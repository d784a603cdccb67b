import { firstJsonFault } from '#vocabulary';
import type { JsonFault } from '#vocabulary';
import { limitExceeded, validationFailed } from '../errors';
import type { ApiError } from '../errors';
import { LIMITS } from '../limits';
import { inspectJson } from './inspect-json';
import type { Inspected } from './inspect-json';

const FAULTS: Readonly<Record<JsonFault['kind'], { readonly rule: string; readonly is: string }>> =
  {
    SYNTAX: { rule: 'isJson', is: 'is no JSON' },
    NAME_TWICE: { rule: 'isUnique', is: 'is given twice' },
    NAME_RESERVED: { rule: 'isName', is: 'is no name of a field' },
    NUMBER_INEXACT: { rule: 'isExact', is: 'is a number that is not kept digit by digit' },
  };

/**
 * What is to be said against JSON that a client sent, be it a body or a part of a query string: whatever would not reach
 * its reader as it was written.
 *
 * @param within the name of the part; nothing for a body
 */
export function refusalOfJson(text: string, parsed: unknown, within = ''): ApiError | undefined {
  const refused = refusalByLimits(inspectJson(parsed, LIMITS), within);
  if (refused !== undefined) return refused;
  const fault = firstJsonFault(text);
  if (fault === undefined) return undefined;
  const { rule, is } = FAULTS[fault.kind];
  const message = `${is} (line ${fault.line}, column ${fault.column})`;
  return validationFailed([{ field: joined(within, fault.path.toWellFormed()), rule, message }]);
}

function refusalByLimits(inspected: Inspected, within: string): ApiError | undefined {
  const { jsonDepth, listLength } = LIMITS;
  switch (inspected.kind) {
    case 'too deep':
      return limitExceeded(
        `The ${within === '' ? 'body' : within} may nest ${jsonDepth} levels at most.`,
        jsonDepth,
      );
    case 'list too long': {
      const list = joined(within, inspected.path);
      return limitExceeded(`The list ${list} may have ${listLength} members at most.`, listLength);
    }
    case 'within limits': {
      const { malformed } = inspected;
      if (malformed.length === 0) return undefined;
      const message = 'holds half of a surrogate pair, which is no text';
      return validationFailed(
        malformed.map((path) => ({ field: joined(within, path), rule: 'isWellFormed', message })),
      );
    }
  }
}

function joined(within: string, path: string): string {
  if (within === '' || path === '') return `${within}${path}`;
  return path.startsWith('[') ? `${within}${path}` : `${within}.${path}`;
}
