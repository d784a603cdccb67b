import type { OrganisationId } from '#vocabulary';
import { modelOf, refTo } from '#projection-engine';
import type { EventRef } from '#projection-engine';

export const REWARDS = 'rewards';

/** A reward, one document each. */
export interface RewardDocument {
  readonly organisation: OrganisationId;
  readonly year: number;
  readonly reward: string;
  readonly grantedBy: OrganisationId;
  readonly granted: EventRef;
}

export const rewardModel = modelOf<RewardDocument>()({
  collection: {
    name: REWARDS,
    indexes: [{ name: 'year', fields: [{ path: 'year' }, { path: 'organisation' }] }],
  },
  idsOf: ({ id }) => [id],
  takes: { RewardGranted: (document) => document },
  begin: (event) => {
    const { organisation, year, reward, grantedBy } = event.data;
    return { organisation, year, reward, grantedBy, granted: refTo(event) };
  },
});
