import { localDateOf } from '#vocabulary';
import type { Instant } from '#vocabulary';
import { refOf } from '../../facts';
import type { KeptFactOfType } from '../subjects/of-type';
import type { Question } from '../question';
import { shown } from '../terms';

/** How far a year has come. */
export interface Period {
  /** The organisation's own, which obliges it to all that. */
  readonly pledge: KeptFactOfType<'PledgeRegistered'> | undefined;
  readonly isClosed: boolean;
  /** When something of the year was recorded last, whatever it was about. */
  readonly lastRecordedAt: Instant | undefined;
}

/** By the times of the log itself: something of the year was recorded when it should have been closed. */
export const periodNotClosed = {
  kind: 'PERIOD_NOT_CLOSED',
  rule: null,
  asks: 'Which organisations pledged for a year that should be closed by now and is not, imported years included?',
  answer: ({ pledge, isClosed, lastRecordedAt }) => {
    const dueOn = pledge?.data.closesOn;
    if (!pledge || dueOn === undefined || isClosed) return [];
    if (lastRecordedAt === undefined || localDateOf(lastRecordedAt) <= dueOn) return [];
    return [{ month: 12, figures: { dueOn }, events: [refOf(pledge)] }];
  },
  sentence: ({ dueOn }) => ({
    vi: `Năm chưa được kết thúc, hạn cuối là ${shown(dueOn)}.`,
    en: `The year is not closed; it was due by ${shown(dueOn)}.`,
  }),
} as const satisfies Question<Period>;
