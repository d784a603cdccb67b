import { localDateOf } from '#vocabulary';
import type { LocalDate, OrganisationId } from '#vocabulary';
import { streams } from '#domain';
import type { EventLog } from '#event-log';

/** The recorded founding dates of organisations; read once each. */
export class Foundings {
  private readonly known = new Map<OrganisationId, Promise<LocalDate | undefined>>();

  constructor(private readonly log: Pick<EventLog, 'readStreamSlice'>) {}

  dateOf(organisation: OrganisationId): Promise<LocalDate | undefined> {
    const known = this.known.get(organisation);
    if (known !== undefined) return known;
    const reading = this.read(organisation);
    this.known.set(organisation, reading);
    // The log was away for a moment: whoever asks again is not told of that moment.
    reading.catch(() => this.known.delete(organisation));
    return reading;
  }

  private async read(organisation: OrganisationId): Promise<LocalDate | undefined> {
    const stream = streams.organisation(organisation);
    const [founding] = await this.log.readStreamSlice(stream, 0, { maxCount: 1 });
    return founding && localDateOf(founding.metadata.effectiveAt);
  }
}
