/** Digits that a spreadsheet keeps and shows. */
const DIGITS = 15;
/** Digits with which a double is written so that it comes back as it was. */
const DOUBLE_DIGITS = 17;

const STORED = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/**
 * The number as a plain decimal. Stored with 17 digits, of which a spreadsheet shows 15: 95.2 may be stored as
 * 95.200000000000003. `undefined` for what is no number, and for one of more digits than the cell could hold exactly.
 */
export function storedNumber(stored: string): string | undefined {
  const [matched, sign = '', whole = '', part = '', exponent = '0'] = STORED.exec(stored) ?? [];
  const digits = `${whole}${part}`;
  if (matched === undefined || digits === '') return undefined;
  const significant = digits.replace(/^0+/, '').replace(/0+$/, '').length;
  if (significant <= DIGITS) return plain(sign, digits, Number(exponent) - part.length);
  const number = Number(stored);
  if (significant > DOUBLE_DIGITS || Number.isInteger(number)) return undefined;
  const [rounded = '', power = '0'] = number.toExponential(DIGITS - 1).split('e');
  return plain(sign, rounded.replaceAll(/[-.]/g, ''), Number(power) - (DIGITS - 1));
}

/** Of digits with so many places: `plain('-', '1250', -2)` is -12.5. */
function plain(sign: string, digits: string, exponent: number): string {
  const places = Math.max(0, -exponent);
  const padded = `${digits}${'0'.repeat(Math.max(0, exponent))}`.padStart(places + 1, '0');
  const whole = padded.slice(0, padded.length - places).replace(/^0+(?=\d)/, '');
  const part = padded.slice(padded.length - places).replace(/0+$/, '');
  const text = part === '' ? whole : `${whole}.${part}`;
  return sign === '-' && text !== '0' ? `-${text}` : text;
}
