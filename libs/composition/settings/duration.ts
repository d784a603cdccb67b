const SECONDS = { s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800, y: 31_557_600 } as const;
type Unit = keyof typeof SECONDS;

const DURATION = /^([1-9]\d{0,4})([smhdwy])$/;

/** Of a text as `12h` or `30d`; `undefined` for any other. */
export function secondsOf(duration: string): number | undefined {
  const [, count, unit] = DURATION.exec(duration) ?? [];
  return unit === undefined ? undefined : Number(count) * SECONDS[unit as Unit];
}

const WORDS = { d: 'days', h: 'hours', m: 'minutes', s: 'seconds' } as const;

/** In the largest unit in which it is a whole number: `400 days`. */
export function inWords(seconds: number): string {
  const units = Object.keys(WORDS) as (keyof typeof WORDS)[];
  const unit = units.find((one) => seconds % SECONDS[one] === 0) ?? 's';
  return `${seconds / SECONDS[unit]} ${WORDS[unit]}`;
}
