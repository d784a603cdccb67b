import type { WebhookOwner } from '#domain';
import type { Actor } from '#vocabulary';

/** Whether somebody is the owner of a webhook: in the role in which it was registered. */
export function isOwnWebhook({ owner, organisation, role }: WebhookOwner, actor: Actor): boolean {
  return actor.id === owner && actor.organisation === organisation && actor.role === role;
}
