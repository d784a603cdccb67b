import type { FactCorrected } from '#domain';
import type { Sentences } from './sentence';

export const correctionSentences: Sentences<FactCorrected> = {
  FactCorrected: ({ stream, event, correctedType }) => ({
    vi: `Đính chính: sự kiện ${event} (${correctedType}) trong ${stream} được rút lại vì ghi sai.`,
    en: `Corrected: the event ${event} (${correctedType}) in ${stream} is withdrawn, as it was recorded wrongly.`,
  }),
};
