const SECONDS = /^\d{1,9}$/;
/** The one form of dates that a program may send (RFC 9110, section 5.6.7). */
const DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** No receiver puts off what waits behind it for longer than this. */
export const LONGEST_MS = 7 * 24 * 60 * 60 * 1_000;

/** Until when the receiver asks to be left alone; `undefined` where it asks for nothing that can be read. */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  const asked = header === undefined ? undefined : askedFor(header.trim(), now);
  return asked === undefined ? undefined : Math.min(asked, now + LONGEST_MS);
}

function askedFor(text: string, now: number): number | undefined {
  if (SECONDS.test(text)) return now + Number(text) * 1_000;
  const date = DATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : date;
}
