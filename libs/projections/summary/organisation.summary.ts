import type { MemberEvent, OrganisationEvent } from '#domain';
import type { Sentences } from './sentence';
import { KINDS, LEAVING } from '#vocabulary';

export const ofOrganisations: Sentences<OrganisationEvent> = {
  OrganisationEstablished: ({ organisation, kind, name, parent }) => ({
    vi: `Thành lập ${KINDS[kind].vi} “${name}” (${organisation})${parent === undefined ? '' : `, trực thuộc ${parent}`}.`,
    en: `The ${KINDS[kind].en} “${name}” (${organisation}) was established${parent === undefined ? '' : ` under ${parent}`}.`,
  }),
  OrganisationRenamed: ({ organisation, name }) => ({
    vi: `Tổ chức đảng ${organisation} đổi tên thành “${name}”.`,
    en: `Organisation ${organisation} was renamed “${name}”.`,
  }),
  OrganisationReparented: ({ organisation, from, to }) => ({
    vi: `Tổ chức đảng ${organisation} chuyển${from === undefined ? '' : ` từ ${from}`} về trực thuộc ${to}.`,
    en: `Organisation ${organisation} was moved${from === undefined ? '' : ` from ${from}`} to ${to}.`,
  }),
  OrganisationTypeChanged: ({ organisation, organisationType, kind }) => ({
    vi: `Tổ chức đảng ${organisation} đổi loại hình thành “${organisationType}”${kind === undefined ? '' : `, nay là ${KINDS[kind].vi}`}.`,
    en: `Organisation ${organisation} is now of the type “${organisationType}”${kind === undefined ? '' : ` and a ${KINDS[kind].en}`}.`,
  }),
  OrganisationMerged: ({ organisation, into }) => ({
    vi: `Tổ chức đảng ${organisation} sáp nhập vào ${into}.`,
    en: `Organisation ${organisation} was merged into ${into}.`,
  }),
  OrganisationSplit: ({ organisation, into }) => ({
    vi: `Tổ chức đảng ${organisation} chia tách, lập thêm ${into.join(', ')}.`,
    en: `Organisation ${organisation} was split: ${into.join(', ')} came out of it.`,
  }),
  OrganisationDissolved: ({ organisation }) => ({
    vi: `Tổ chức đảng ${organisation} kết thúc hoạt động.`,
    en: `Organisation ${organisation} was dissolved.`,
  }),
  SecretaryAppointed: ({ organisation, member }) => ({
    vi: `Đảng viên ${member} giữ chức bí thư của ${organisation}.`,
    en: `Member ${member} became secretary of ${organisation}.`,
  }),
  SuperiorDelegateAssigned: ({ organisation, member }) => ({
    vi: `Cấp trên phân công cấp ủy viên ${member} phụ trách ${organisation}.`,
    en: `The superior committee put its member ${member} in charge of ${organisation}.`,
  }),
  MembershipTotalsReported: ({ organisation, official, probationary, total }) => ({
    vi: `${organisation} báo cáo ${total} đảng viên, gồm ${official} chính thức và ${probationary} dự bị${official + probationary === total ? '' : ' (số liệu không khớp)'}.`,
    en: `${organisation} reported ${total} members, ${official} official and ${probationary} probationary${official + probationary === total ? '' : ' (which does not add up)'}.`,
  }),
};

export const ofMembers: Sentences<MemberEvent> = {
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
};
