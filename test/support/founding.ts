import type { CommandInput, GraphqlClient } from './graphql-client';

const FOUNDED = '2020-01-01T00:00:00+07:00';

/** A committee and cells below it, through the interface. */
export async function found(
  client: GraphqlClient,
  committee: string,
  cells: readonly string[],
): Promise<void> {
  await client.give('establishOrganisation', {
    organisation: committee,
    kind: 'GRASSROOTS_COMMITTEE',
    name: 'Đảng bộ mẫu',
    organisationType: 'ward',
    effectiveAt: FOUNDED,
  });
  for (const organisation of cells) {
    await client.give('establishOrganisation', {
      organisation,
      kind: 'SUBORDINATE_CELL',
      name: `Chi bộ ${organisation}`,
      organisationType: 'neighbourhood',
      parent: committee,
      effectiveAt: FOUNDED,
    });
  }
}

/** A regular meeting of eight members, all of them present. */
export function regularMeeting(organisation: string, meeting: string, date: string): CommandInput {
  const endsAt = `${date}T20:45:00+07:00`;
  return {
    meeting,
    organisation,
    kind: 'REGULAR',
    effectiveAt: endsAt,
    startsAt: `${date}T19:00:00+07:00`,
    endsAt,
    attendance: { expected: 8, present: 8, excused: [], unexcused: [], specialDuty: [] },
    superiorAttended: false,
    previousResolutionReviewed: true,
  };
}
