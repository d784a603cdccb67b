import type { Actor, OrganisationId } from '#vocabulary';

/**
 * Whoever is behind what a row tells: never the importing user, who only enters it. Where the row
 * names nobody, it is the office that acted.
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
