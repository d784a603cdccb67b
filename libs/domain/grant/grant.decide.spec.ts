import fc from 'fast-check';
import { daysAfter, KINDS_WITH_ROLE, ROLES, startOfDay } from '#vocabulary';
import type { Actor } from '#vocabulary';
import { given, on, someTree } from '../testing';
import { holdsAt } from './grant.state';

const board: Actor = { id: 'm00100', role: 'STANDING_BOARD', organisation: 'c1' };
const reason = 'Moved to another office';

const grant = {
  type: 'GrantRole',
  grant: 'g1',
  subject: 'm00012',
  role: 'SECRETARY',
  organisation: 'k1',
  from: '2024-06-01',
} as const;
const held = {
  grant: 'g1',
  subject: 'm00012',
  role: 'SECRETARY',
  organisation: 'k1',
} as const;
const granted = on('2024-06-01', {
  type: 'RoleGranted',
  data: { ...held, holdsFrom: '2024-06-01' },
});

describe('Granting a role', () => {
  it('records who holds it, where, and by when', () => {
    given(...someTree())
      .when({ ...grant, to: '2025-01-01' }, { actor: board })
      .then({
        type: 'RoleGranted',
        data: { ...held, holdsFrom: '2024-06-01', holdsUntil: '2025-01-01' },
      });
  });

  it('happens once', () => {
    given(...someTree(), granted)
      .when(grant)
      .thenRefused('ALREADY_EXISTS', { field: 'grant' });
  });

  it('is for a board at or above the organisation', () => {
    given(...someTree())
      .when({ ...grant, organisation: 'superior', role: 'AUDITOR' }, { actor: board })
      .thenRefused('DECIDED_BEYOND_AUTHORITY');
    given(...someTree())
      .when({ ...grant, organisation: 'c1', role: 'AUDITOR' }, { actor: board })
      .then({
        type: 'RoleGranted',
        data: { ...held, role: 'AUDITOR', organisation: 'c1', holdsFrom: '2024-06-01' },
      });
  });

  it('is never to oneself: neither by who enters it, nor by the one for whom it is entered', () => {
    const operator: Actor = { id: 'clerk', role: 'OPERATOR', organisation: 'superior' };
    for (const subject of [board.id, operator.id]) {
      given(...someTree())
        .when({ ...grant, subject }, { actor: board, enteredBy: operator })
        .thenRefused('GRANT_TO_ONESELF', { field: 'subject' });
    }
    given(...someTree())
      .when({ ...grant, subject: 'clerk' }, { actor: operator })
      .thenRefused('GRANT_TO_ONESELF');
  });

  it('makes an operator by operators only, and through no operator’s hand for a board', () => {
    const operator = { ...grant, role: 'OPERATOR', organisation: 'office' } as const;
    given(...someTree())
      .when(operator)
      .then({
        type: 'RoleGranted',
        data: { ...held, role: 'OPERATOR', organisation: 'office', holdsFrom: '2024-06-01' },
      });
    const enteredBy: Actor = { id: 'clerk', role: 'OPERATOR', organisation: 'office' };
    given(...someTree())
      .when({ ...operator, organisation: 'k1' }, { actor: board })
      .thenRefused('DECIDED_BEYOND_AUTHORITY', { field: 'role' });
    given(...someTree())
      .when({ ...operator, organisation: 'k1' }, { actor: board, enteredBy })
      .thenRefused('DECIDED_BEYOND_AUTHORITY', { field: 'role' });
  });

  it.each(ROLES.filter((role) => !KINDS_WITH_ROLE[role].includes('SUBORDINATE_CELL')))(
    'needs an organisation of a kind that has the role: a cell has no %s',
    (role) => {
      given(...someTree())
        .when({ ...grant, role })
        .thenRefused('ROLE_NOT_OF_KIND', { field: 'role' });
    },
  );

  it('needs an organisation that exists', () => {
    given(...someTree())
      .when({ ...grant, organisation: 'nowhere' })
      .thenRefused('ORGANISATION_UNKNOWN');
  });

  it('needs days of the calendar, the end after the beginning', () => {
    given(...someTree())
      .when({ ...grant, from: '2024-02-30' })
      .thenRefused('VALUE_INVALID', { field: 'from' });
    given(...someTree())
      .when({ ...grant, to: grant.from })
      .thenRefused('VALUE_INVALID', { field: 'to' });
  });
});

describe('Ending a role', () => {
  const end = { type: 'EndRole', grant: 'g1', on: '2024-07-01' } as const;
  const ended = { type: 'RoleEnded', data: { ...held, holdsUntil: '2024-07-01' } } as const;

  it('records the day from which it no longer holds, with the reason', () => {
    given(...someTree(), granted)
      .when(end, { actor: board, reason })
      .then(ended);
    given(...someTree(), granted)
      .when(end)
      .thenRefused('REASON_MISSING');
  });

  it('can come earlier than was set, never later', () => {
    const facts = [...someTree(), granted, on('2024-06-02', ended)];
    given(...facts)
      .when({ ...end, on: '2024-06-30' }, { reason })
      .then({ type: 'RoleEnded', data: { ...held, holdsUntil: '2024-06-30' } });
    for (const later of ['2024-07-01', '2024-08-01']) {
      given(...facts)
        .when({ ...end, on: later }, { reason })
        .thenRefused('ALREADY_DONE', { field: 'on' });
    }
  });

  it('is of a role that was granted, and for nobody outside', () => {
    given(...someTree())
      .when(end, { reason })
      .thenRefused('NOT_RECORDED', { field: 'grant' });
    const operator = on('2024-06-01', {
      type: 'RoleGranted',
      data: { ...held, role: 'OPERATOR', holdsFrom: '2024-06-01' },
    });
    given(...someTree(), operator)
      .when(end, { actor: board, reason })
      .thenRefused('DECIDED_BEYOND_AUTHORITY');
  });
});

describe('A role that was granted', () => {
  const day = fc.integer({ min: 0, max: 3_000 }).map((days) => daysAfter('2023-01-01', days));

  it('holds from the beginning of its first day to before its end, in Vietnam', () => {
    fc.assert(
      fc.property(day, fc.option(day, { nil: undefined }), day, (holdsFrom, holdsUntil, today) => {
        const term = { holdsFrom, ...(holdsUntil === undefined ? {} : { holdsUntil }) };
        const isToday = holdsFrom <= today && (holdsUntil === undefined || today < holdsUntil);
        expect(holdsAt(term, startOfDay(today))).toBe(isToday);
        expect(holdsAt(term, `${today}T16:59:59.999Z`)).toBe(isToday);
      }),
    );
    expect(holdsAt({ holdsFrom: '2024-06-02' }, '2024-06-01T16:59:59Z')).toBe(false);
    expect(holdsAt({ holdsFrom: '2024-06-02' }, '2024-06-01T17:00:00Z')).toBe(true);
  });
});
