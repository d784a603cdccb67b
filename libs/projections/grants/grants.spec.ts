import { on } from '#domain/testing';
import { documentIn, recorded } from '#projection-engine/testing';
import { summarise } from '../sentences';
import { grantDocumentId, GRANTS, grantsProjection } from '.';
import type { GrantDocument } from '.';

const held = { grant: 'g1', subject: 'm00012', role: 'AUDITOR', organisation: 'ward' } as const;
const granted = { type: 'RoleGranted', data: { ...held, holdsFrom: '2024-02-03' } } as const;
const ended = { type: 'RoleEnded', data: { ...held, holdsUntil: '2024-06-03' } } as const;

describe('a grant', () => {
  const key = { collection: GRANTS, id: grantDocumentId('g1') };

  it('shows who holds which role, from when to when, and who gave it', () => {
    const facts = recorded(on('2024-02-01', granted), on('2024-06-01', ended));

    expect(documentIn<GrantDocument>(grantsProjection, facts, key)).toMatchObject({
      ...held,
      holdsFrom: '2024-02-03',
      holdsUntil: '2024-06-03',
      grantedBy: facts[0]?.metadata.actor,
      events: facts.map(({ id }) => ({ event: id })),
    });
  });

  it('is told in one sentence, with its days as an office writes them', () => {
    expect(summarise(granted, 'vi')).toBe(
      'Giao vai trò người kiểm tra sổ liệu tại ward cho m00012 từ ngày 03/02/2024.',
    );
    expect(summarise(ended, 'vi')).toBe(
      'Vai trò người kiểm tra sổ liệu của m00012 tại ward kết thúc từ ngày 03/6/2024.',
    );
    expect(
      summarise({ ...granted, data: { ...granted.data, holdsUntil: '2025-01-01' } }, 'en'),
    ).toBe(
      'm00012 was granted the role of auditor in ward from 3 February 2024 to before 1 January 2025.',
    );
  });
});
