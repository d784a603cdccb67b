import { MEANINGS } from '../verifying/findings';
import type { Verdict } from '../verifying/verify-export';
import type { Said } from './outcome';

/** A verdict for a person, line by line: what was found, then what it comes to. */
export function verdictTold({ ok, size, root, findings }: Verdict): readonly Said[] {
  const found = findings.map(({ kind, index, event, detail }) => {
    const meaning = MEANINGS[kind];
    const where = [
      ...(index === null ? [] : [`#${index}`]),
      ...(event === null ? [] : [event]),
    ].join(' ');
    return {
      vi: `${kind} ${where}: ${meaning.vi} (${detail})`,
      en: `${kind} ${where}: ${meaning.en} (${detail})`,
    };
  });
  const whole = ok
    ? {
        vi: `Đúng: ${size} sự kiện, gốc ${root}.`,
        en: `All right: ${size} events, root ${root}.`,
      }
    : { vi: `Có sai lệch trong ${size} sự kiện.`, en: `Something is wrong in ${size} events.` };
  return [...found, whole];
}
