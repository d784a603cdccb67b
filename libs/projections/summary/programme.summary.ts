import type { CampaignEvent, FrameworkEvent, PledgeEvent, PledgeKey } from '#domain';
import type { Sentence } from '#vocabulary';
import type { Sentences } from './sentence';

export const ofFrameworks: Sentences<FrameworkEvent> = {
  FrameworkDrafted: ({ framework, version }) => ({
    vi: `Dự thảo khung tiêu chí ${framework}, phiên bản ${version}.`,
    en: `Version ${version} of the criteria framework ${framework} was drafted.`,
  }),
  FrameworkExtended: ({ framework, version, definition: { extends: base } }) => ({
    vi: `Dự thảo khung tiêu chí ${framework}, phiên bản ${version}, cụ thể hóa ${base.id} phiên bản ${base.version}.`,
    en: `Version ${version} of the criteria framework ${framework} was drafted as an extension of ${base.id}, version ${base.version}.`,
  }),
  FrameworkPublished: ({ framework, version }) => ({
    vi: `Ban hành khung tiêu chí ${framework}, phiên bản ${version}.`,
    en: `Version ${version} of the criteria framework ${framework} was published.`,
  }),
  FrameworkSuperseded: ({ framework, version, by }) => ({
    vi: `Khung tiêu chí ${framework}, phiên bản ${version} được thay thế bằng phiên bản ${by}.`,
    en: `Version ${version} of the criteria framework ${framework} was superseded by version ${by}.`,
  }),
};

export const ofCampaigns: Sentences<CampaignEvent> = {
  CampaignLaunched: ({ campaign, root, fromYear, toYear, framework }) => ({
    vi: `Phát động phong trào ${campaign} tại ${root}, giai đoạn ${fromYear}–${toYear}, theo khung tiêu chí ${framework.id} phiên bản ${framework.version}.`,
    en: `The campaign ${campaign} was launched at ${root} for ${fromYear}–${toYear} under the framework ${framework.id}, version ${framework.version}.`,
  }),
  PilotDesignated: ({ campaign, organisation, chosenBy }) => ({
    vi: `${organisation} được chọn làm điểm trong phong trào ${campaign}${chosenBy === undefined ? '' : ` theo lựa chọn của ${chosenBy}`}.`,
    en: `${organisation} was designated a pilot of the campaign ${campaign}${chosenBy === undefined ? '' : `, chosen by ${chosenBy}`}.`,
  }),
  CampaignRolledOut: ({ campaign, root }) => ({
    vi: `Nhân rộng phong trào ${campaign} tại ${root} sau thí điểm.`,
    en: `The campaign ${campaign} at ${root} was rolled out after its pilots.`,
  }),
  CampaignClosed: ({ campaign, root }) => ({
    vi: `Kết thúc phong trào ${campaign} tại ${root}.`,
    en: `The campaign ${campaign} at ${root} was closed.`,
  }),
};

export const ofPledges: Sentences<PledgeEvent> = {
  PledgeRegistered: (data) => ({
    vi: `${pledger(data).vi} đăng ký ${data.items.length} nội dung thi đua năm ${data.year} trong phong trào ${data.campaign}.`,
    en: `${pledger(data).en} registered a pledge of ${data.items.length} items for ${data.year} under the campaign ${data.campaign}.`,
  }),
  PledgeSigned: (data) => ({
    vi: `${pledger(data).vi} ký kết giao ước thi đua năm ${data.year} trong phong trào ${data.campaign}.`,
    en: `${pledger(data).en} signed the pledge for ${data.year} under the campaign ${data.campaign}.`,
  }),
  PledgeItemReported: (data) => ({
    vi: `${pledger(data).vi} báo cáo nội dung đăng ký số ${data.item} năm ${data.year}: ${data.done ? 'đã hoàn thành' : 'chưa hoàn thành'}.`,
    en: `${pledger(data).en} reported on item ${data.item} of the pledge for ${data.year}: ${data.done ? 'done' : 'not done yet'}.`,
  }),
  PledgeWithdrawn: (data) => ({
    vi: `${pledger(data).vi} rút đăng ký thi đua năm ${data.year} trong phong trào ${data.campaign}.`,
    en: `${pledger(data).en} withdrew the pledge for ${data.year} under the campaign ${data.campaign}.`,
  }),
};

function pledger({ organisation, member }: PledgeKey): Sentence {
  return member === undefined
    ? { vi: organisation, en: organisation }
    : { vi: `Đảng viên ${member} của ${organisation}`, en: `Member ${member} of ${organisation}` };
}
