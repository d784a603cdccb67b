import type { OrganisationKind } from '#vocabulary';
import { on } from '#domain/testing';
import { project, recorded } from '#projection-engine/testing';
import type { ToRecord } from '#projection-engine/testing';
import { ORGANISATIONS, organisationsProjection } from '../organisations';
import type { OrganisationDocument } from '../organisations';
import { campaignReach } from './campaign-reach';

const IN_2024 = '2024-12-31T23:59:59+07:00';
const IN_2025 = '2025-12-31T23:59:59+07:00';

function established(organisation: string, kind: OrganisationKind, parent?: string): ToRecord {
  const named = { name: organisation, organisationType: 'rural' };
  return on('2020-01-01', {
    type: 'OrganisationEstablished',
    data: { organisation, kind, ...named, ...(parent === undefined ? {} : { parent }) },
  });
}

const tree = [
  established('district', 'SUPERIOR_COMMITTEE'),
  established('commune', 'SUPERIOR_COMMITTEE'),
  established('a', 'GRASSROOTS_CELL', 'district'),
  established('b', 'GRASSROOTS_CELL', 'district'),
  established('other', 'GRASSROOTS_CELL', 'commune'),
];
const moved = on('2025-07-01', {
  type: 'OrganisationReparented',
  data: { organisation: 'a', from: 'district', to: 'commune' },
});
const ended = on('2025-03-01', { type: 'OrganisationDissolved', data: { organisation: 'b' } });

async function reached(at: string, ...facts: readonly ToRecord[]): Promise<readonly string[]> {
  const projected = await project(organisationsProjection, recorded(...tree, ...facts));
  try {
    const collection = await projected.collection<OrganisationDocument>(ORGANISATIONS);
    return [...(await campaignReach(collection, 'district', at)).keys()].sort();
  } finally {
    await projected.close();
  }
}

describe('A campaign reaches', () => {
  it('its root and all below it at that time', async () => {
    expect(await reached(IN_2024, moved, ended)).toEqual(['a', 'b', 'district']);
    expect(await reached(IN_2025)).toEqual(['a', 'b', 'district']);
  });

  it('those that its root had on the eve of its end, if they still exist', async () => {
    const dissolved = on('2025-07-01', {
      type: 'OrganisationDissolved',
      data: { organisation: 'district' },
    });
    expect(await reached(IN_2025, moved, ended, dissolved)).toEqual(['a']);
  });

  it('all below the successor of its root', async () => {
    const merged = on('2025-07-01', {
      type: 'OrganisationMerged',
      data: { organisation: 'district', into: 'commune' },
    });
    expect(await reached(IN_2025, moved, merged)).toEqual(['a', 'commune', 'other']);
  });
});
