import type { WebhookStart } from '#domain';
import { documentId, modelOf, projectionOf } from '#projection-engine';
import type { LoggedFact } from '#projection-engine';
import type { WebhookId } from '#vocabulary';
import type {
  WebhookDocument,
  WebhookRedeliveryDocument,
  WebhookStartRef,
} from './webhook.document';

export const WEBHOOKS = 'webhooks';
export const WEBHOOK_REDELIVERIES = 'webhook-redeliveries';

export function webhookDocumentId(webhook: WebhookId): string {
  return documentId(webhook);
}

/** Where recognition events are brought to, for whom, and since when. */
export const webhooksProjection = projectionOf('webhooks', 1, [
  modelOf<WebhookDocument>()({
    collection: {
      name: WEBHOOKS,
      indexes: [
        { name: 'owner', fields: [{ path: 'owner' }] },
        { name: 'status', fields: [{ path: 'status' }] },
      ],
    },
    idsOf: ({ data }) => [webhookDocumentId(data.webhook)],
    begin: (event) => ({
      ...NEVER_REGISTERED,
      webhook: event.data.webhook,
      organisation: event.data.organisation,
      start: startRef(event, {}),
      registeredAt: event.recordedAt,
      resumedAt: event.recordedAt,
      changedAt: event.position.toString(),
    }),
    takes: {
      WebhookRegistered: (document, event) => {
        const { fromBeginning: _, behind: __, ...data } = event.data;
        return changedBy(event, {
          ...document,
          ...data,
          status: 'ACTIVE',
          secrets: [{ event: event.id }],
          start: startRef(event, event.data),
        });
      },
      WebhookChanged: (document, event) => {
        const { under: _, ...others } = document;
        return changedBy(event, { ...others, ...event.data });
      },
      WebhookSecretRotated: (document, event) => {
        const { previousUntil: until } = event.data;
        const previous = document.secrets.slice(0, 1).map((secret) => ({ ...secret, until }));
        return changedBy(event, { ...document, secrets: [{ event: event.id }, ...previous] });
      },
      WebhookDisabled: (document, event) =>
        changedBy(event, { ...document, status: 'DISABLED', cause: event.data.cause }),
      WebhookResumed: (document, event) => {
        const { cause: _, ...others } = document;
        const { fromBeginning, behind } = event.data;
        const isMoved = fromBeginning === true || behind !== undefined;
        return changedBy(event, {
          ...others,
          status: 'ACTIVE',
          resumedAt: event.recordedAt,
          ...(isMoved ? { start: startRef(event, event.data) } : {}),
        });
      },
      RedeliveryAsked: (document, event) => changedBy(event, document),
      WebhookEnded: (document, event) =>
        changedBy(event, { ...document, status: 'ENDED', cause: event.data.cause }),
    },
  }),
  modelOf<WebhookRedeliveryDocument>()({
    collection: {
      name: WEBHOOK_REDELIVERIES,
      indexes: [
        {
          name: 'webhook',
          fields: [{ path: 'webhook' }, { path: 'position', kind: 'position' }],
        },
      ],
    },
    idsOf: ({ position }) => [position.toString()],
    begin: ({ data: { webhook, event }, position }) => ({
      webhook,
      event,
      position: position.toString(),
    }),
    takes: { RedeliveryAsked: (document) => document },
  }),
]);

/** Facts about what nobody registered: there is none in a log of ours. */
const NEVER_REGISTERED = {
  owner: '',
  role: 'INTEGRATOR',
  url: '',
  types: [],
  description: '',
  status: 'ENDED',
  secrets: [],
} as const;

function changedBy({ position }: LoggedFact, document: WebhookDocument): WebhookDocument {
  return { ...document, changedAt: position.toString() };
}

function startRef(
  { id, position }: LoggedFact,
  { fromBeginning, behind }: WebhookStart,
): WebhookStartRef {
  const said = { event: id, position: position.toString() };
  return { said, behind: fromBeginning === true ? null : (behind ?? said) };
}
