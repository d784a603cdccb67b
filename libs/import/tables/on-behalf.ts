import type { Actor, OrganisationId } from '#vocabulary';

/**
 * The actor of a fact in a row: never the importing user, who only enters it. Where the row names
 * nobody, the office is the actor.
 */
export function secretaryOf(organisation: OrganisationId, named?: string): Actor {
  return { id: named ?? `${organisation}/secretary`, role: 'SECRETARY', organisation };
}

/** Who appraised an organisation, for the committee above it. */
export function appraiserOf(organisation: OrganisationId, named?: string): Actor {
  return { id: named ?? `${organisation}/appraiser`, role: 'SUPERIOR_COMMITTEE', organisation };
}

/** The committee of the organisation that decided. */
export function committeeOf(organisation: OrganisationId): Actor {
  return { id: `${organisation}/committee`, role: 'COMMITTEE', organisation };
}
