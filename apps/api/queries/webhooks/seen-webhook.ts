import { scan } from '#projection-engine';
import { webhookDocumentId, WEBHOOKS } from '#projections';
import type { WebhookDocument } from '#projections';
import { MAX_COMBINATIONS } from '#read-models';
import { isOwnWebhook } from '../../access';
import type { Viewer } from '../../access';
import { loadedBody } from '../shared';
import type { ReadModels } from '../shared';

type Viewing = Pick<Viewer, 'actor' | 'sight'>;

/** The webhook, where it is one's own or one sees all; else as one that there is not. */
export async function seenWebhook(
  readModels: ReadModels,
  { id, atLeast }: { readonly id: string; readonly atLeast?: string | undefined },
  { actor, sight }: Viewing,
) {
  const { collection, projectedThrough } = await readModels.read<WebhookDocument>(
    'webhooks',
    WEBHOOKS,
    atLeast,
  );
  const document = await loadedBody(collection, webhookDocumentId(id));
  if (document === undefined) return undefined;
  const isSeen = sight.seesWebhooksOfOthers || isOwnWebhook(document, actor);
  return isSeen ? { document, projectedThrough } : undefined;
}

/** The own ones, as many as can be looked for at once. */
export async function ownWebhooks(
  readModels: ReadModels,
  { actor }: Pick<Viewing, 'actor'>,
): Promise<readonly string[]> {
  const { collection } = await readModels.read<WebhookDocument>('webhooks', WEBHOOKS);
  const { items } = await scan(collection, {
    index: 'owner',
    where: { owner: actor.id },
    direction: 'ascending',
    limit: MAX_COMBINATIONS,
    matches: (document) => isOwnWebhook(document, actor),
  });
  return items.map(({ body }) => body.webhook);
}
