import { KINDS } from '#vocabulary';
import type { OrganisationEvent } from '#domain';
import type { Sentences } from './sentence';

export const organisationSentences: Sentences<OrganisationEvent> = {
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
