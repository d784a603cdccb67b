import type { Sentence } from '#vocabulary';
import type { PledgeEvent, PledgeKey } from '#domain';
import type { Sentences } from './sentence';

export const pledgeSentences: Sentences<PledgeEvent> = {
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
