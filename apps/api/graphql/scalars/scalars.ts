import { GraphQLScalarType, valueFromASTUntyped } from 'graphql';
import { isDate, isDateTime } from './calendar';
import { requireExact } from './exact-literal';
import { textScalar } from './text-scalar';

const LARGEST_POSITION = 2n ** 63n - 1n;
const MAX_CURSOR_LENGTH = 4_000;

export const PositionScalar = textScalar({
  name: 'Position',
  description:
    'A place in the one order of everything recorded, as a decimal number in a string. Later events have higher positions; nothing is promised about the gaps.',
  accepts: (text) => /^(0|[1-9]\d{0,18})$/.test(text) && BigInt(text) <= LARGEST_POSITION,
  mustBe: 'a whole number from 0, written in decimal, as a string',
});

export const DateTimeScalar = textScalar({
  name: 'DateTime',
  description:
    'A point in time, RFC 3339 with seconds and offset: `2024-02-01T08:00:00+07:00`. Comes back as it was given.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  accepts: isDateTime,
  mustBe: 'a point in time with an offset, as 2024-02-01T08:00:00+07:00',
});

export const DateScalar = textScalar({
  name: 'Date',
  description: 'A calendar date in Vietnam (UTC+7): `2024-02-01`.',
  accepts: isDate,
  mustBe: 'a calendar date, as 2024-02-01',
});

export const CursorScalar = textScalar({
  name: 'Cursor',
  description:
    'A place in a list. Opaque: take it from an answer and give it back to the same list with the same filter. It stays valid for ever.',
  accepts: (text) => text.length <= MAX_CURSOR_LENGTH,
  mustBe: 'a cursor that was taken from an answer',
});

export const DecimalScalar = textScalar({
  name: 'Decimal',
  description: 'An exact decimal number, as a string: `104.5`.',
  accepts: (text) => /^-?\d{1,30}(\.\d{1,30})?$/.test(text),
  mustBe: 'a decimal number in plain notation, as a string',
});

export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'Any JSON value.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => {
    requireExact(node);
    return valueFromASTUntyped(node, variables);
  },
});
