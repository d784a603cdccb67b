import { notTaken, quoted, taken } from './reading';
import type { Reading } from './reading';

const DECIMAL = /^-?\d{1,30}(\.\d{1,30})?$/;
const INTEGER = /^-?\d{1,9}(\.0+)?$/;
/** As Vietnam groups thousands, and as others write decimals. */
const GROUPED = /^-?[1-9]\d{0,2}(\.\d{3})+$/;

/** A decimal in its shortest form: 95.0 is 95. `isNumber`: a workbook says that it is one, so no point groups it. */
export function decimalOf(text: string, isNumber: boolean): Reading<string> {
  if (!isNumber && GROUPED.test(text)) return ambiguous(text, /^[^.]*\.[^.]*$/.test(text));
  if (DECIMAL.test(text)) return taken(shortest(text));
  return notTaken('NOT_A_NUMBER', `${quoted(text)} is not a decimal number like 104.5.`);
}

export function integerOf(text: string, isNumber: boolean): Reading<number> {
  if (!isNumber && GROUPED.test(text)) return ambiguous(text, false);
  // Without the zero's sign, which no count has.
  if (INTEGER.test(text)) return taken(Number(shortest(text)));
  return notTaken('NOT_AN_INTEGER', `${quoted(text)} is not a whole number.`);
}

function ambiguous(text: string, mayBeDecimal: boolean): Reading<never> {
  const digits = text.replaceAll('.', '');
  const decimal = mayBeDecimal ? `, or ${text}0` : '';
  return notTaken(
    'AMBIGUOUS_NUMBER',
    `${quoted(text)} may have a point between thousands or before decimals; write ${digits}${decimal}.`,
  );
}

function shortest(text: string): string {
  const [, sign = '', whole = '', part = ''] = /^(-?)0*(\d+?)(?:\.(\d*?)0*)?$/.exec(text) ?? [];
  const number = part === '' ? whole : `${whole}.${part}`;
  return sign === '-' && number !== '0' ? `-${number}` : number;
}
