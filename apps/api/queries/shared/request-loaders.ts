import DataLoader from 'dataloader';
import {
  CAMPAIGNS,
  campaignDocumentId,
  frameworkDocumentId,
  FRAMEWORKS,
  meetingDocumentId,
  MEETINGS,
  organisationDocumentId,
  ORGANISATIONS,
  RECOGNITIONS,
  recognitionDocumentId,
  SCORECARDS,
  scorecardKey,
  eventsById,
} from '#projections';
import type {
  CampaignDocument,
  FrameworkDocument,
  MeetingDocument,
  OrganisationDocument,
  RecognitionDocument,
  ScorecardDocument,
  TimelineEntry,
} from '#projections';
import type { FrameworkRef } from '#vocabulary';
import { loadedBodies } from './read-models';
import type { ReadModelsOfNow } from './read-models-of-now';
import type { TimelineReading } from './timelines';

type Readable = Pick<ReadModelsOfNow, 'read'>;

/** A document with how far its read model had come. */
export interface Projected<D> {
  readonly body: D;
  readonly projectedThrough: string;
}

type Loader<K, D> = DataLoader<K, Projected<D> | undefined, string>;

export interface OrganisationYear {
  readonly organisation: string;
  readonly year: number;
}

/** Looks up together what the objects of one answer point at, each document once. */
export class RequestLoaders {
  readonly organisations: Loader<string, OrganisationDocument>;
  readonly campaigns: Loader<string, CampaignDocument>;
  readonly recognitions: Loader<OrganisationYear, RecognitionDocument>;
  readonly meetings: Loader<string, MeetingDocument>;
  readonly events: Loader<string, TimelineEntry>;
  readonly scorecards: Loader<OrganisationYear, ScorecardDocument>;
  readonly frameworks: Loader<FrameworkRef, FrameworkDocument>;

  constructor(readModels: Readable, readTimeline: () => Promise<TimelineReading>) {
    this.organisations = loader(readModels, 'organisations', ORGANISATIONS, organisationDocumentId);
    this.campaigns = loader(readModels, 'campaigns', CAMPAIGNS, campaignDocumentId);
    this.recognitions = loader(
      readModels,
      'recognitions',
      RECOGNITIONS,
      ({ organisation, year }: OrganisationYear) => recognitionDocumentId(organisation, year),
    );
    this.scorecards = loader(
      readModels,
      'scorecards',
      SCORECARDS,
      ({ organisation, year }: OrganisationYear) => scorecardKey(organisation, year).id,
    );
    this.frameworks = loader(
      readModels,
      'frameworks',
      FRAMEWORKS,
      ({ id, version }: FrameworkRef) => frameworkDocumentId(id, version),
    );
    this.meetings = loader(readModels, 'meetings', MEETINGS, meetingDocumentId);
    this.events = new DataLoader(async (ids) => {
      const { timeline, projectedThrough } = await readTimeline();
      const events = await eventsById(timeline, ids);
      return ids.map((id) => {
        const body = events.get(id);
        return body && { body, projectedThrough };
      });
    });
  }
}

function loader<K, D extends object>(
  readModels: Readable,
  projection: string,
  collection: string,
  idOf: (key: K) => string,
): Loader<K, D> {
  return new DataLoader<K, Projected<D> | undefined, string>(
    async (keys) => {
      const reading = await readModels.read<D>(projection, collection);
      const ids = keys.map(idOf);
      const bodies = await loadedBodies(reading.collection, ids);
      return ids.map((id) => {
        const body = bodies.get(id);
        return body && { body, projectedThrough: reading.projectedThrough };
      });
    },
    { cacheKeyFn: idOf },
  );
}
