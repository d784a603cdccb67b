import { FLAGS } from '#vocabulary';
import type { GrievanceEvent } from '#domain';
import type { Sentences } from './sentence';

export const grievanceSentences: Sentences<GrievanceEvent> = {
  GrievanceOpened: ({ grievance, organisation }) => ({
    vi: `Tiếp nhận đơn thư ${grievance} liên quan đến ${organisation}.`,
    en: `The grievance ${grievance} was opened with ${organisation}.`,
  }),
  GrievanceFlagged: ({ grievance, organisation, flag }) => ({
    vi: `Đơn thư ${grievance} tại ${organisation} được xác định là ${FLAGS[flag].vi}.`,
    en: `The grievance ${grievance} with ${organisation} was flagged: ${FLAGS[flag].en}.`,
  }),
  GrievanceResolved: ({ grievance, organisation }) => ({
    vi: `Giải quyết xong đơn thư ${grievance} tại ${organisation}.`,
    en: `The grievance ${grievance} with ${organisation} was resolved.`,
  }),
};
