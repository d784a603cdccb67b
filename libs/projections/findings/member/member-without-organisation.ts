import { localDateOf } from '#vocabulary';
import { refOf } from '../../facts';
import type { Question } from '../question';
import type { Membership } from '../subjects/membership';
import { shown } from '../terms';

/** He or she goes on counting there until transferred (criteria.md, section 3). */
export const memberWithoutOrganisation = {
  kind: 'MEMBER_WITHOUT_ORGANISATION',
  rule: null,
  asks: 'Which members were not transferred since their organisation was split or dissolved? They go on counting there. Those of one that was merged belong to the one that carries on.',
  answer: ({ member, hasLeft, place, ended }) => {
    if (hasLeft || place === undefined || ended === undefined) return [];
    const figures = {
      organisation: place,
      endedOn: localDateOf(ended.effectiveAt),
      split: ended.type === 'OrganisationSplit',
    };
    return [{ member, figures, events: [refOf(ended)] }];
  },
  sentence: ({ organisation, endedOn, split }) =>
    split === true
      ? {
          vi: `Đảng viên chưa được chuyển sinh hoạt từ khi tổ chức ${shown(organisation)} chia tách ngày ${shown(endedOn)}.`,
          en: `The member was not transferred since ${shown(organisation)} was split on ${shown(endedOn)}.`,
        }
      : {
          vi: `Đảng viên chưa được chuyển sinh hoạt từ khi tổ chức ${shown(organisation)} giải thể ngày ${shown(endedOn)}.`,
          en: `The member was not transferred since ${shown(organisation)} was dissolved on ${shown(endedOn)}.`,
        },
} as const satisfies Question<Membership>;
