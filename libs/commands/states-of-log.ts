import { streams } from '#domain';
import type { GrantState, OrganisationState, WebhookState } from '#domain';
import type { EventLog } from '#event-log';
import type { GrantId, OrganisationId, WebhookId } from '#vocabulary';
import { StreamLoader } from './stream-loader';

/** An organisation as its stream tells it now; what was corrected in it does not count. */
export async function organisationOfLog(
  log: Pick<EventLog, 'readStreamSlice'>,
  organisation: OrganisationId,
): Promise<OrganisationState> {
  const { state } = await new StreamLoader(log, 1).load(streams.organisation(organisation));
  // The stream's name says of which aggregate its state is.
  return state as OrganisationState;
}

/** A grant as its stream tells it now. */
export async function grantOfLog(
  log: Pick<EventLog, 'readStreamSlice'>,
  grant: GrantId,
): Promise<GrantState> {
  const { state } = await new StreamLoader(log, 1).load(streams.grant(grant));
  return state as GrantState;
}

/** A webhook as its stream tells it now. */
export async function webhookOfLog(
  log: Pick<EventLog, 'readStreamSlice'>,
  webhook: WebhookId,
): Promise<WebhookState> {
  const { state } = await new StreamLoader(log, 1).load(streams.webhook(webhook));
  return state as WebhookState;
}
