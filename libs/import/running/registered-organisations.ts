import { organisationOfLog } from '#commands';
import type { OrganisationState } from '#domain';
import type { EventLog } from '#event-log';
import { localDateOf } from '#vocabulary';
import type { LocalDate, OrganisationId } from '#vocabulary';

/** Organisations as they are registered before their rows' other tables are taken; read once each. */
export class RegisteredOrganisations {
  private readonly known = new Map<OrganisationId, Promise<OrganisationState>>();

  constructor(private readonly log: Pick<EventLog, 'readStreamSlice'>) {}

  stateOf(organisation: OrganisationId): Promise<OrganisationState> {
    const known = this.known.get(organisation);
    if (known !== undefined) return known;
    const reading = organisationOfLog(this.log, organisation);
    this.known.set(organisation, reading);
    // The log was away for a moment: whoever asks again is not told of that moment.
    reading.catch(() => this.known.delete(organisation));
    return reading;
  }

  async establishedOn(organisation: OrganisationId): Promise<LocalDate | undefined> {
    const state = await this.stateOf(organisation);
    return state.status === 'ESTABLISHED' ? localDateOf(state.establishedAt) : undefined;
  }
}
