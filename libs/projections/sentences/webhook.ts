import type { WebhookEvent } from '#domain';
import type { Sentences } from './sentence';

/** The address is told by its host alone: what comes behind it may be known to its owner only. */
export const webhookSentences: Sentences<WebhookEvent> = {
  WebhookRegistered: ({ webhook, owner, organisation, url }) => ({
    vi: `Đăng ký webhook ${webhook} gửi tới ${hostOf(url)} cho ${owner} tại ${organisation}.`,
    en: `Webhook ${webhook} to ${hostOf(url)} was registered for ${owner} in ${organisation}.`,
  }),
  WebhookChanged: ({ webhook, url }) => ({
    vi: `Thay đổi webhook ${webhook}, gửi tới ${hostOf(url)}.`,
    en: `Webhook ${webhook} was changed; it sends to ${hostOf(url)}.`,
  }),
  WebhookSecretRotated: ({ webhook }) => ({
    vi: `Thay khóa bí mật của webhook ${webhook}.`,
    en: `The secret of webhook ${webhook} was replaced.`,
  }),
  WebhookDisabled: ({ webhook, cause }) =>
    cause === 'ASKED'
      ? {
          vi: `Tạm dừng webhook ${webhook} theo yêu cầu.`,
          en: `Webhook ${webhook} was disabled on request.`,
        }
      : {
          vi: `Tạm dừng webhook ${webhook} sau lần gửi lại cuối cùng không thành công.`,
          en: `Webhook ${webhook} was disabled after the last retry had failed.`,
        },
  WebhookResumed: ({ webhook }) => ({
    vi: `Tiếp tục gửi webhook ${webhook}.`,
    en: `Webhook ${webhook} was resumed.`,
  }),
  RedeliveryAsked: ({ webhook, event }) => ({
    vi: `Yêu cầu gửi lại sự kiện ${event} tới webhook ${webhook}.`,
    en: `Event ${event} is to be sent to webhook ${webhook} again.`,
  }),
  WebhookEnded: ({ webhook, cause }) =>
    cause === 'ASKED'
      ? { vi: `Kết thúc webhook ${webhook}.`, en: `Webhook ${webhook} was ended.` }
      : {
          vi: `Kết thúc webhook ${webhook}: nơi nhận trả lời 410.`,
          en: `Webhook ${webhook} ended: the receiver answered 410.`,
        },
};

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
