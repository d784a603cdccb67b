import type { MemberId, OrganisationId } from '#vocabulary';
import type { KeptFact } from '../../facts';

/** Where a member is now, and what became of that organisation. */
export interface Membership {
  readonly member: MemberId;
  readonly hasLeft: boolean;
  /** As recorded or, once that was merged, the one that carries on; absent while nothing is known. */
  readonly place: OrganisationId | undefined;
  /** What ended or split it while he or she was there. */
  readonly ended: KeptFact | undefined;
}
