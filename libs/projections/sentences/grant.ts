import { ROLE_NAMES } from '#vocabulary';
import type { GrantEvent } from '#domain';
import { dayIn } from './day';
import type { Sentences } from './sentence';

export const grantSentences: Sentences<GrantEvent> = {
  RoleGranted: ({ subject, role, organisation, holdsFrom, holdsUntil }) => ({
    vi: `Giao vai trò ${ROLE_NAMES[role].vi} tại ${organisation} cho ${subject} từ ngày ${dayIn.vi(holdsFrom)}${holdsUntil === undefined ? '' : ` đến trước ngày ${dayIn.vi(holdsUntil)}`}.`,
    en: `${subject} was granted the role of ${ROLE_NAMES[role].en} in ${organisation} from ${dayIn.en(holdsFrom)}${holdsUntil === undefined ? '' : ` to before ${dayIn.en(holdsUntil)}`}.`,
  }),
  RoleEnded: ({ subject, role, organisation, holdsUntil }) => ({
    vi: `Vai trò ${ROLE_NAMES[role].vi} của ${subject} tại ${organisation} kết thúc từ ngày ${dayIn.vi(holdsUntil)}.`,
    en: `The role of ${ROLE_NAMES[role].en} of ${subject} in ${organisation} ended on ${dayIn.en(holdsUntil)}.`,
  }),
};
