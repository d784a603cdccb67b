import type { CampaignEvent } from '#domain';
import type { Sentences } from './sentence';

export const campaignSentences: Sentences<CampaignEvent> = {
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
