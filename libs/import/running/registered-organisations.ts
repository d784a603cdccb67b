import { evolveOrganisation, standingFacts, streams, unknownOrganisation } from '#domain';
import type { OrganisationEvent, OrganisationState } from '#domain';
import type { EventLog } from '#event-log';
import { effectiveOf } from '#projection-engine';
import type { FactOfType } from '#projection-engine';
import { localDateOf } from '#vocabulary';
import type { LocalDate, OrganisationId } from '#vocabulary';

/** Organisations as they are registered before their rows' other tables are taken; read once each. */
export class RegisteredOrganisations {
  private readonly known = new Map<OrganisationId, Promise<OrganisationState>>();

  constructor(private readonly log: Pick<EventLog, 'readStreamSlice'>) {}

  stateOf(organisation: OrganisationId): Promise<OrganisationState> {
    const known = this.known.get(organisation);
    if (known !== undefined) return known;
    const reading = this.read(organisation);
    this.known.set(organisation, reading);
    // The log was away for a moment: whoever asks again is not told of that moment.
    reading.catch(() => this.known.delete(organisation));
    return reading;
  }

  async establishedOn(organisation: OrganisationId): Promise<LocalDate | undefined> {
    const state = await this.stateOf(organisation);
    return state.status === 'ESTABLISHED' ? localDateOf(state.establishedAt) : undefined;
  }

  private async read(organisation: OrganisationId): Promise<OrganisationState> {
    const events = await this.log.readStreamSlice(streams.organisation(organisation), 0);
    const standing = standingFacts(events) as readonly FactOfType<OrganisationEvent['type']>[];
    return standing.reduce(
      (state, event) => evolveOrganisation(state, effectiveOf(event)),
      unknownOrganisation,
    );
  }
}
