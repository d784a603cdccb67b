import { organisationOfLog } from '#commands';
import { organisationKindAt } from '#domain';
import type { EventLog } from '#event-log';
import { KINDS_WITH_ROLE } from '#vocabulary';
import type { OrganisationId, OrganisationKind, Role } from '#vocabulary';

/** There is no such role in an organisation of this kind. */
export class RoleNotOfKind extends Error {
  override readonly name = 'RoleNotOfKind';

  constructor(role: Role, organisation: OrganisationId, kind: OrganisationKind) {
    super(
      `${organisation} is a ${kind}, which has no ${role}; ${role} is held in ${KINDS_WITH_ROLE[role].join(', ')}`,
    );
  }
}

/**
 * Whether an organisation is known, of which a role is to be held.
 *
 * @throws {RoleNotOfKind} it is of a kind in which there is no such role
 */
export async function isRoleOfKnown(
  role: Role,
  organisation: OrganisationId,
  log: Pick<EventLog, 'readStreamSlice'>,
): Promise<boolean> {
  const state = await organisationOfLog(log, organisation);
  const kind = organisationKindAt(state, new Date().toISOString());
  if (kind === undefined) return false;
  if (!KINDS_WITH_ROLE[role].includes(kind)) throw new RoleNotOfKind(role, organisation, kind);
  return true;
}
