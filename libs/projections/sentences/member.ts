import { LEAVING } from '#vocabulary';
import type { MemberEvent } from '#domain';
import type { Sentences } from './sentence';

export const memberSentences: Sentences<MemberEvent> = {
  MemberAdmitted: ({ member, organisation, admittedOn }) => ({
    vi: `Kết nạp đảng viên ${member} ngày ${admittedOn}, sinh hoạt tại ${organisation}.`,
    en: `Member ${member} was admitted on ${admittedOn} and belongs to ${organisation}.`,
  }),
  MemberMadeOfficial: ({ member, organisation, officialOn }) => ({
    vi: `Đảng viên ${member} của ${organisation} được công nhận chính thức ngày ${officialOn}.`,
    en: `Member ${member} of ${organisation} became official on ${officialOn}.`,
  }),
  MemberTransferred: ({ member, from, to }) => ({
    vi: `Đảng viên ${member} chuyển sinh hoạt từ ${from} đến ${to}.`,
    en: `Member ${member} was transferred from ${from} to ${to}.`,
  }),
  MemberExempted: ({ member, organisation }) => ({
    vi: `Đảng viên ${member} của ${organisation} được miễn công tác và sinh hoạt.`,
    en: `Member ${member} of ${organisation} was exempted from work and meetings.`,
  }),
  MemberSuspended: ({ member, organisation }) => ({
    vi: `Đảng viên ${member} của ${organisation} bị đình chỉ sinh hoạt.`,
    en: `Member ${member} of ${organisation} was suspended.`,
  }),
  MemberResumed: ({ member, organisation }) => ({
    vi: `Đảng viên ${member} của ${organisation} trở lại sinh hoạt.`,
    en: `Member ${member} of ${organisation} resumed work and meetings.`,
  }),
  MemberLeft: ({ member, organisation, cause }) => ({
    vi: `Đảng viên ${member} của ${organisation} ${LEAVING[cause].vi}.`,
    en: `Member ${member} of ${organisation} ${LEAVING[cause].en}.`,
  }),
  ResidenceLinked: ({ member, organisation, residenceOrganisation }) => ({
    vi: `Đảng viên ${member} của ${organisation} giữ mối liên hệ với ${residenceOrganisation} nơi cư trú.`,
    en: `Member ${member} of ${organisation} is linked to ${residenceOrganisation}, where the member lives.`,
  }),
  MemberIdentityRecorded: ({ member, organisation }) => ({
    vi: `Ghi họ tên và thông tin cá nhân (đã niêm phong) của đảng viên ${member} thuộc ${organisation}.`,
    en: `The identity of member ${member} of ${organisation} was recorded, sealed.`,
  }),
  MemberIdentityErased: ({ member, organisation }) => ({
    vi: `Xóa họ tên và thông tin cá nhân của đảng viên ${member} thuộc ${organisation}; khóa giải niêm phong đã bị hủy.`,
    en: `The identity of member ${member} of ${organisation} was erased: its key is destroyed.`,
  }),
};
