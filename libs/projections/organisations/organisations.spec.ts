import { on } from '#domain/testing';
import type { DocumentCollection } from '#read-models';
import { documentIn, eventId, positionOf, project, recorded } from '#projection-engine/testing';
import type { Projected, ToRecord } from '#projection-engine/testing';
import {
  ORGANISATIONS,
  organisationAsOf,
  organisationById,
  organisationDocumentId,
  organisationsInReach,
  organisationsPage,
  organisationsProjection,
} from '.';
import type { OrganisationDocument, OrganisationSelection } from '.';

function established(organisation: string, parent?: string, name = organisation): ToRecord {
  return on('2020-01-01', {
    type: 'OrganisationEstablished',
    data: {
      organisation,
      kind: organisation.startsWith('cell') ? 'SUBORDINATE_CELL' : 'GRASSROOTS_COMMITTEE',
      name,
      organisationType: organisation === 'cell-2' ? 'trường học' : 'thôn',
      ...(parent === undefined ? {} : { parent }),
    },
  });
}

function moved(organisation: string, from: string, to: string, date = '2025-07-01'): ToRecord {
  return on(date, { type: 'OrganisationReparented', data: { organisation, from, to } });
}

const TREE: readonly ToRecord[] = [
  established('province'),
  established('district', 'province', 'Huyện ủy Đắk Song'),
  established('commune', 'province'),
  established('committee', 'district'),
  established('cell-1', 'committee', 'Chi bộ Thôn 1'),
  established('cell-2', 'committee', 'Chi bộ Trường Mầm non'),
  established('cell-3', 'district'),
];

async function inStore<Answer>(
  facts: readonly ToRecord[],
  ask: (collection: DocumentCollection<OrganisationDocument>) => Promise<Answer>,
): Promise<Answer> {
  const projected: Projected = await project(organisationsProjection, recorded(...facts));
  try {
    return await ask(await projected.collection<OrganisationDocument>(ORGANISATIONS));
  } finally {
    await projected.close();
  }
}

async function idsOf(
  collection: DocumentCollection<OrganisationDocument>,
  selection: OrganisationSelection,
  limit = 100,
): Promise<readonly string[]> {
  const { items } = await organisationsPage(collection, selection, { limit });
  return items.map(({ view }) => view.organisation);
}

describe('an organisation', () => {
  it('is known over time, and as it was recorded at any position', () => {
    const facts = recorded(
      established('cell-1', 'district', 'Chi bộ Thôn 1'),
      on('2021-01-01', {
        type: 'SecretaryAppointed',
        data: { organisation: 'cell-1', member: 'm00001' },
      }),
      on('2023-01-01', {
        type: 'OrganisationRenamed',
        data: { organisation: 'cell-1', name: 'Chi bộ Thôn Đoài' },
      }),
      on('2024-01-01', {
        type: 'OrganisationMerged',
        data: { organisation: 'cell-1', into: 'cell-2' },
      }),
    );
    const key = { collection: ORGANISATIONS, id: organisationDocumentId('cell-1') };
    const document = documentIn<OrganisationDocument>(organisationsProjection, facts, key);
    expect(document?.current).toEqual({
      name: 'Chi bộ Thôn Đoài',
      search: 'chi bo thon doai',
      kind: 'SUBORDINATE_CELL',
      organisationType: 'thôn',
      parent: 'district',
      ended: true,
      mergedInto: 'cell-2',
      totalsReconcile: null,
    });
    const now = organisationAsOf(document ?? { facts: [] });
    expect(now?.names.map(({ value }) => value)).toEqual(['Chi bộ Thôn 1', 'Chi bộ Thôn Đoài']);
    expect(now?.secretaries.map(({ value }) => value)).toEqual(['m00001']);
    expect(now?.end).toEqual({
      cause: 'MERGED',
      into: 'cell-2',
      endedAt: '2024-01-01T00:00:00+07:00',
      event: eventId(3),
      position: positionOf(3),
    });
    const before = organisationAsOf(document ?? { facts: [] }, BigInt(positionOf(1)));
    expect(before?.names.map(({ value }) => value)).toEqual(['Chi bộ Thôn 1']);
    expect(before?.end).toBeUndefined();
    expect(organisationAsOf(document ?? { facts: [] }, 9n)).toBeUndefined();
  });

  it('shows membership totals as reported, and whether they add up (R-29)', async () => {
    const reported = (official: number, date: string): ToRecord =>
      on(date, {
        type: 'MembershipTotalsReported',
        data: { organisation: 'district', official, probationary: 119, total: 4923 },
      });
    const view = await inStore(
      [...TREE, reported(3904, '2023-08-01'), reported(4804, '2023-07-01')],
      (collection) => organisationById(collection, 'district'),
    );
    expect(view?.membershipTotals).toMatchObject({
      official: 3904,
      probationary: 119,
      total: 4923,
      reconciles: false,
    });
  });
});

describe('organisations below another', () => {
  it('come a parent before its children, and siblings by id', async () => {
    const ids = await inStore(TREE, (collection) => idsOf(collection, { under: 'province' }));
    expect(ids).toEqual(['commune', 'district', 'cell-3', 'committee', 'cell-1', 'cell-2']);
  });

  it('follow a committee that was moved with its cells, and are still known as of before', async () => {
    await inStore([...TREE, moved('committee', 'district', 'commune')], async (collection) => {
      expect(await idsOf(collection, { under: 'district' })).toEqual(['cell-3']);
      expect(await idsOf(collection, { under: 'commune' })).toEqual([
        'committee',
        'cell-1',
        'cell-2',
      ]);
      const asOf = BigInt(positionOf(6));
      expect(await idsOf(collection, { under: 'commune', asOf })).toEqual([]);
      expect(await idsOf(collection, { under: 'district', asOf })).toEqual([
        'cell-3',
        'committee',
        'cell-1',
        'cell-2',
      ]);
      const at = '2025-06-30T12:00:00+07:00';
      expect(await idsOf(collection, { under: 'commune', at })).toEqual([]);
      expect(await idsOf(collection, { under: 'district', at })).toHaveLength(4);
    });
  });

  it('are right also when an earlier move is recorded later', async () => {
    const facts = [
      ...TREE,
      moved('cell-3', 'district', 'commune', '2024-01-01'),
      moved('cell-3', 'district', 'committee', '2023-01-01'),
    ];
    await inStore(facts, async (collection) => {
      const at = '2023-06-01T00:00:00+07:00';
      expect(await idsOf(collection, { under: 'committee', at })).toContain('cell-3');
      expect(await idsOf(collection, { under: 'committee' })).not.toContain('cell-3');
      expect(await idsOf(collection, { under: 'commune' })).toEqual(['cell-3']);
    });
  });

  it('come page by page, each once, whatever the size of the page', async () => {
    await inStore(TREE, async (collection) => {
      for (const limit of [1, 2, 3, 6]) {
        const seen: string[] = [];
        let more: Parameters<typeof organisationsPage>[2] | undefined = { limit };
        while (more !== undefined) {
          const page = await organisationsPage(collection, { under: 'province' }, more);
          seen.push(...page.items.map(({ view }) => view.organisation));
          more = page.hasMore && page.end !== undefined ? { limit, after: page.end } : undefined;
        }
        expect(seen).toEqual(['commune', 'district', 'cell-3', 'committee', 'cell-1', 'cell-2']);
      }
    });
  });

  it('are selected by kind, type and part of the name without accents', async () => {
    await inStore(TREE, async (collection) => {
      const under = 'province';
      expect(await idsOf(collection, { under, kind: 'SUBORDINATE_CELL' })).toEqual([
        'cell-3',
        'cell-1',
        'cell-2',
      ]);
      expect(await idsOf(collection, { under, type: 'trường học' })).toEqual(['cell-2']);
      expect(await idsOf(collection, { under, search: 'dak song' })).toEqual(['district']);
    });
  });

  it('leave out those that ended, unless asked for, but not what is below them', async () => {
    const facts = [
      ...TREE,
      on('2025-07-01', {
        type: 'OrganisationDissolved',
        data: { organisation: 'committee', parent: 'district' },
      }),
    ];
    await inStore(facts, async (collection) => {
      expect(await idsOf(collection, { under: 'district' })).toEqual([
        'cell-3',
        'cell-1',
        'cell-2',
      ]);
      expect(await idsOf(collection, { under: 'district', includeEnded: true })).toContain(
        'committee',
      );
      const inReach = await organisationsInReach(collection, 'district');
      expect([...inReach.values()].toSorted()).toEqual([
        'GRASSROOTS_COMMITTEE',
        'SUBORDINATE_CELL',
        'SUBORDINATE_CELL',
        'SUBORDINATE_CELL',
      ]);
    });
  });

  it('are, in the tree of now, those of one that was merged: below the one that carries on', async () => {
    const facts = [
      ...TREE,
      established('ward', 'commune'),
      on('2025-07-01', {
        type: 'OrganisationMerged',
        data: { organisation: 'committee', parent: 'district', into: 'ward' },
      }),
    ];
    await inStore(facts, async (collection) => {
      expect(await idsOf(collection, { under: 'ward' })).toEqual(['cell-1', 'cell-2']);
      expect(await idsOf(collection, { under: 'district' })).toEqual(['cell-3']);
      const ended = { under: 'commune', includeEnded: true };
      const all = ['ward', 'committee', 'cell-1', 'cell-2'];
      expect(await idsOf(collection, ended)).toEqual(all);
      const asOf = BigInt(positionOf(7));
      expect(await idsOf(collection, { under: 'district', asOf })).toContain('committee');
    });
  });

  it('end where moves recorded apart closed a circle', async () => {
    const facts = [...TREE, moved('district', 'province', 'committee')];
    await inStore(facts, async (collection) => {
      expect(await idsOf(collection, { under: 'district' })).toEqual([
        'cell-3',
        'committee',
        'cell-1',
        'cell-2',
      ]);
    });
  });
});

describe('all organisations', () => {
  it('come by id, through the index of what they are selected by, or as of a position', async () => {
    await inStore(TREE, async (collection) => {
      expect(await idsOf(collection, { kind: 'SUBORDINATE_CELL' })).toEqual([
        'cell-1',
        'cell-2',
        'cell-3',
      ]);
      expect(await idsOf(collection, { type: 'trường học', search: 'mầm' })).toEqual(['cell-2']);
      expect(await idsOf(collection, { asOf: BigInt(positionOf(1)) })).toEqual([
        'district',
        'province',
      ]);
      expect(await idsOf(collection, {}, 2)).toEqual(['cell-1', 'cell-2']);
    });
  });
});
