import { on } from '#domain/testing';
import { documentIn, recorded } from '#projection-engine/testing';
import { summarise } from '../sentences';
import { webhookDocumentId, WEBHOOK_REDELIVERIES, WEBHOOKS, webhooksProjection } from '.';
import type { WebhookDocument, WebhookRedeliveryDocument } from '.';

const key = { webhook: 'hook', organisation: 'ward' } as const;
const terms = {
  url: 'https://receiver.example/of/ward?token=abc',
  types: ['RecognitionGranted'],
  description: 'Register',
} as const;
const registered = {
  type: 'WebhookRegistered',
  data: { ...key, owner: 'm00077', role: 'INTEGRATOR', ...terms, under: 'ward' },
} as const;
const rotated = {
  type: 'WebhookSecretRotated',
  data: { ...key, generation: 2, previousUntil: '2024-03-02T00:00:00.000Z' },
} as const;
const disabled = { type: 'WebhookDisabled', data: { ...key, cause: 'RETRIES_EXHAUSTED' } } as const;
const resumed = { type: 'WebhookResumed', data: key } as const;
const asked = { type: 'RedeliveryAsked', data: { ...key, event: 'event1' } } as const;

describe('a webhook', () => {
  const documentOf = (facts: ReturnType<typeof recorded>) =>
    documentIn<WebhookDocument>(webhooksProjection, facts, {
      collection: WEBHOOKS,
      id: webhookDocumentId('hook'),
    });

  it('shows where it begins, and which secrets count', () => {
    const facts = recorded(on('2024-02-01', registered), on('2024-03-01', rotated));
    const [first, second] = facts;
    const said = { event: first?.id, position: first?.position.toString() };
    expect(documentOf(facts)).toMatchObject({
      ...terms,
      under: 'ward',
      status: 'ACTIVE',
      start: { said, behind: said },
      secrets: [{ event: second?.id }, { event: first?.id, until: '2024-03-02T00:00:00.000Z' }],
      changedAt: second?.position.toString(),
    });
  });

  it('begins elsewhere where that is said, when it is resumed too', () => {
    const behind = { event: 'event7', position: '7' };
    const fromThere = { ...registered, data: { ...registered.data, behind } };
    const again = { ...resumed, data: { ...key, fromBeginning: true } };
    expect(documentOf(recorded(on('2024-02-01', fromThere)))?.start.behind).toEqual(behind);
    const facts = recorded(on('2024-02-01', fromThere), on('2024-02-02', again));
    expect(documentOf(facts)?.start).toEqual({
      said: { event: facts[1]?.id, position: facts[1]?.position.toString() },
      behind: null,
    });
  });

  it('is whatever was said last, and forgets what no longer holds', () => {
    const changed = { type: 'WebhookChanged', data: { ...key, ...terms } } as const;
    const facts = recorded(on('2024-02-01', registered), on('2024-02-02', changed));
    expect(documentOf(facts)).not.toHaveProperty('under');
    const stopped = recorded(on('2024-02-01', registered), on('2024-02-02', disabled));
    expect(documentOf(stopped)).toMatchObject({ status: 'DISABLED', cause: 'RETRIES_EXHAUSTED' });
    const going = recorded(
      on('2024-02-01', registered),
      on('2024-02-02', disabled),
      on('2024-02-03', resumed),
    );
    expect(documentOf(going)).toMatchObject({
      status: 'ACTIVE',
      resumedAt: going[2]?.recordedAt,
      start: { said: { event: going[0]?.id } },
    });
    expect(documentOf(going)).not.toHaveProperty('cause');
  });

  it('has a list of what is to be sent again', () => {
    const facts = recorded(on('2024-02-01', registered), on('2024-02-02', asked));
    const position = facts[1]?.position.toString() ?? '';
    const found = documentIn<WebhookRedeliveryDocument>(webhooksProjection, facts, {
      collection: WEBHOOK_REDELIVERIES,
      id: position,
    });
    expect(found).toEqual({ webhook: 'hook', event: 'event1', position });
  });

  it('is told in one sentence, which holds nothing of its address but the host', () => {
    expect(summarise(registered, 'vi')).toBe(
      'Đăng ký webhook hook gửi tới receiver.example cho m00077 tại ward.',
    );
    expect(summarise(disabled, 'en')).toBe(
      'Webhook hook was disabled after the last retry had failed.',
    );
  });
});
