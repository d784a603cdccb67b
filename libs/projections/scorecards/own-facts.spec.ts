import type { SignalSource } from '#vocabulary';
import { GRIEVANCE_FLAGS } from '#vocabulary';
import type { ToRecord } from '#projection-engine/testing';
import { recorded } from '#projection-engine/testing';
import {
  Projected,
  admitted,
  closed,
  established,
  frameworkOfEverything,
  on,
  pledged,
  published,
  rated,
} from './testing';

const EXTERNAL = 'violations.externallyDetected';
const PROHIBITED = 'violations.prohibitedThings';
const UNREMEDIED = 'violations.unremedied';
const UNRESOLVED = 'grievances.unresolved';
const FLAGGED = 'grievances.flagged';

const cell: readonly ToRecord[] = [
  published(frameworkOfEverything('year-end')),
  established('k1'),
  established('k2'),
  ...pledged('k1', 2024, 'year-end'),
  ...pledged('k2', 2024, 'year-end'),
];

const about = { case: 'v1', organisation: 'k1' };
const opened = on('2024-04-10', {
  type: 'CaseOpened',
  data: { ...about, occurredOn: '2024-04-01', prohibitedThing: 3 },
});

function signal(date: string, source: SignalSource): ToRecord {
  return on(date, { type: 'SignalReceived', data: { ...about, source } });
}

function concluded(confirmed: boolean, date = '2024-06-01'): ToRecord {
  const data = { ...about, confirmed, remediationRequired: true };
  return on(date, { type: 'ConclusionReached', data });
}

const remedied = on('2024-08-01', { type: 'RemediationCompleted', data: about });

async function figureAfter(id: string, ...facts: readonly ToRecord[]): Promise<string> {
  return (await Projected.from(...cell, ...facts)).figure('k1', 2024, id);
}

describe('a month after the end of the organisation', () => {
  const MONTHS = 'meetings.regularMonths';
  const missed = on('2024-05-31', {
    type: 'MeetingMissed',
    data: { organisation: 'k1', year: 2024, period: 'MONTH', month: 5 },
  });
  const ended = on('2024-03-15', { type: 'OrganisationDissolved', data: { organisation: 'k1' } });

  it('is not missed, though it was recorded so before the end was told', async () => {
    const awaited = await figureAfter(MONTHS);
    expect(await figureAfter(MONTHS, missed)).not.toBe(awaited);
    expect(await figureAfter(MONTHS, missed, ended)).toBe(awaited);
    expect(await figureAfter(MONTHS, ended, missed)).toBe(awaited);
  });
});

describe('who detected a violation first', () => {
  it('is the press when it was recorded before the organisation spoke', async () => {
    const facts = [opened, signal('2024-04-20', 'PRESS'), signal('2024-04-02', 'SELF')];
    expect(await figureAfter(EXTERNAL, ...facts, concluded(true))).toBe('1');
  });

  it('is the organisation when it was recorded first, whatever dates are given', async () => {
    const facts = [opened, signal('2024-04-20', 'SELF'), signal('2024-04-02', 'PRESS')];
    expect(await figureAfter(EXTERNAL, ...facts, concluded(true))).toBe('0');
  });

  it('is flagged where the organisation spoke up after the press did', async () => {
    const notesAfter = async (...signals: readonly ToRecord[]) =>
      (await Projected.from(...cell, opened, ...signals, concluded(true))).notes(
        'k1',
        2024,
        EXTERNAL,
      );
    const [press, self] = [signal('2024-04-02', 'PRESS'), signal('2024-04-03', 'SELF')];
    expect(await notesAfter(press, self)).toContain('SELF_DETECTION_AFTER_EXTERNAL_SIGNAL');
    expect(await notesAfter(press)).not.toContain('SELF_DETECTION_AFTER_EXTERNAL_SIGNAL');
    expect(await notesAfter(self, press)).not.toContain('SELF_DETECTION_AFTER_EXTERNAL_SIGNAL');
  });

  it('is still open until the case is concluded, and nobody when the report was false', async () => {
    const facts = [opened, signal('2024-04-20', 'PRESS')];
    expect(await figureAfter(EXTERNAL, ...facts)).toBe('0..1');
    expect(await figureAfter(EXTERNAL, ...facts, concluded(false))).toBe('0');
  });

  it('is an inspection that noticed it before the press did', async () => {
    const facts = [opened, signal('2024-04-20', 'INSPECTION'), signal('2024-04-02', 'PRESS')];
    expect(await figureAfter(EXTERNAL, ...facts, concluded(true))).toBe('0');
  });

  it('is nobody outside where the case was concluded before anybody spoke', async () => {
    const facts = [opened, concluded(true), signal('2024-04-02', 'PRESS')];
    expect(await figureAfter(EXTERNAL, ...facts)).toBe('0');
  });

  it('does not concern sources that the framework does not call external', async () => {
    const facts = [opened, signal('2024-04-20', 'INSPECTION'), concluded(true)];
    expect(await figureAfter(EXTERNAL, ...facts)).toBe('0');
  });

  const imported = (...signals: readonly ToRecord[]): Promise<Projected> =>
    Projected.fromRecorded(
      recorded(...cell, opened, ...signals, concluded(true)).map((fact) =>
        fact.type === 'SignalReceived'
          ? {
              ...fact,
              metadata: {
                ...fact.metadata,
                source: {
                  kind: 'IMPORT',
                  importId: 'i1',
                  file: 'signals.csv',
                  row: 2,
                  key: 'k',
                  digest: 'd',
                },
              },
            }
          : fact,
      ),
    );

  it('is told by the dates for signals that came by import', async () => {
    const later = await imported(signal('2024-04-20', 'PRESS'), signal('2024-04-02', 'SELF'));
    expect(later.figure('k1', 2024, EXTERNAL)).toBe('0');
    const earlier = await imported(signal('2024-04-20', 'SELF'), signal('2024-04-02', 'PRESS'));
    expect(earlier.figure('k1', 2024, EXTERNAL)).toBe('1');
  });

  it('is told by the order of the rows for imported signals of one date', async () => {
    const ownFirst = await imported(signal('2024-04-02', 'SELF'), signal('2024-04-02', 'PRESS'));
    expect(ownFirst.figure('k1', 2024, EXTERNAL)).toBe('0');
    const pressFirst = await imported(signal('2024-04-02', 'PRESS'), signal('2024-04-02', 'SELF'));
    expect(pressFirst.figure('k1', 2024, EXTERNAL)).toBe('1');
  });
});

describe('a case that counts no more', () => {
  const facts = [opened, signal('2024-04-20', 'PRESS'), concluded(true)];
  const figures = async (...more: readonly ToRecord[]): Promise<readonly string[]> => {
    const projected = await Projected.from(...cell, ...facts, ...more);
    return [EXTERNAL, PROHIBITED, UNREMEDIED].map((id) => projected.figure('k1', 2024, id));
  };
  const annulled = (violationStands?: boolean): ToRecord =>
    on('2024-07-01', {
      type: 'ComplaintResolved',
      data: {
        ...about,
        outcome: 'ANNULLED',
        ...(violationStands === undefined ? {} : { violationStands }),
        decidedBy: 'superior',
      },
    });

  it('is one whose discipline was annulled because there was no violation (R-28)', async () => {
    expect(await figures()).toEqual(['1', '1', '0..1']);
    expect(await figures(annulled(true))).toEqual(['1', '1', '0..1']);
    expect(await figures(annulled())).toEqual(['1', '1', '0..1']);
    expect(await figures(annulled(false))).toEqual(['0', '0', '0']);
  });

  it('is one that was closed as the same as another (R-18)', async () => {
    const data = { ...about, duplicateOf: 'v2' };
    const closedAsSame = on('2024-07-01', { type: 'CaseClosed', data });
    expect(await figures(closedAsSame)).toEqual(['0', '0', '0']);
  });
});

describe('a prohibited thing', () => {
  it('counts once confirmed, in the year it was done', async () => {
    expect(await figureAfter(PROHIBITED, opened)).toBe('0..1');
    expect(await figureAfter(PROHIBITED, opened, concluded(true, '2025-03-01'))).toBe('1');
  });

  it('is spared when the organisation found it itself and remedied it', async () => {
    const found = [opened, signal('2024-04-20', 'SELF'), concluded(true)];
    expect(await figureAfter(PROHIBITED, ...found)).toBe('1');
    expect(await figureAfter(PROHIBITED, ...found, remedied)).toBe('0');
    const afterPress = [opened, signal('2024-04-19', 'PRESS'), ...found.slice(1), remedied];
    expect(await figureAfter(PROHIBITED, ...afterPress)).toBe('1');
  });

  it('stays with the organisation of then when the member has moved on', async () => {
    const projected = await Projected.from(
      ...cell,
      admitted('m00001', 'k1'),
      on('2024-04-10', {
        type: 'CaseOpened',
        data: { ...about, member: 'm00001', occurredOn: '2024-04-01', prohibitedThing: 3 },
      }),
      on('2024-05-01', {
        type: 'MemberTransferred',
        data: { member: 'm00001', from: 'k1', to: 'k2' },
      }),
      concluded(true),
    );
    expect(projected.figure('k1', 2024, PROHIBITED)).toBe('1');
    expect(projected.figure('k2', 2024, PROHIBITED)).toBe('0');
    expect(projected.scorecard('k2', 2024).scorecard.members.rateable).toBe(1);
  });
});

describe('a conclusion that demands remediation', () => {
  it('is open until it is remedied, and final when the period is closed', async () => {
    expect(await figureAfter(UNREMEDIED, opened, concluded(true))).toBe('0..1');
    const end = closed('k1', 2024);
    expect(await figureAfter(UNREMEDIED, opened, concluded(true), end)).toBe('1');
    expect(await figureAfter(UNREMEDIED, opened, concluded(true), remedied, end)).toBe('0');
  });

  it('counts in the year it was reached', async () => {
    const facts = [opened, concluded(true, '2025-01-10'), closed('k1', 2024)];
    expect(await figureAfter(UNREMEDIED, ...facts)).toBe('0');
  });
});

describe('a flagged grievance', () => {
  const of = { grievance: 'g1', organisation: 'k1' };
  const openedOn = (date: string): ToRecord[] => [
    on(date, { type: 'GrievanceOpened', data: of }),
    on(date, { type: 'GrievanceFlagged', data: { ...of, flag: 'PROLONGED' } }),
  ];
  const resolvedOn = (date: string): ToRecord => on(date, { type: 'GrievanceResolved', data: of });
  const end = closed('k1', 2024);

  it('of an earlier year is still unresolved, but not of this year', async () => {
    const facts = [...openedOn('2023-11-01'), resolvedOn('2025-01-01'), end];
    expect(await figureAfter(UNRESOLVED, ...facts)).toBe('1');
    expect(await figureAfter(FLAGGED, ...facts)).toBe('0');
  });

  it('resolved on the last day of the year is resolved', async () => {
    const facts = [...openedOn('2024-11-01'), resolvedOn('2024-12-31'), end];
    expect(await figureAfter(UNRESOLVED, ...facts)).toBe('0');
    expect(await figureAfter(FLAGGED, ...facts)).toBe('1');
  });

  it('opened after the year does not concern it', async () => {
    expect(await figureAfter(UNRESOLVED, ...openedOn('2025-01-01'), end)).toBe('0');
  });

  it('counts once, whichever and however many of the flags it carries', async () => {
    const flagged = GRIEVANCE_FLAGS.map((flag) =>
      on('2024-11-02', { type: 'GrievanceFlagged', data: { ...of, flag } }),
    );
    expect(await figureAfter(FLAGGED, ...openedOn('2024-11-01'), ...flagged, end)).toBe('1');
  });
});

describe('a member', () => {
  const member = { member: 'm00001', organisation: 'k1' };
  const counts = async (...facts: readonly ToRecord[]): Promise<readonly number[]> => {
    const projected = await Projected.from(...cell, admitted('m00001', 'k1'), ...facts);
    const { rateable, exempted, suspended } = projected.scorecard('k1', 2024).scorecard.members;
    return [rateable, exempted, suspended];
  };

  it('is counted by the status of the census date', async () => {
    const exempted = on('2024-12-31', { type: 'MemberExempted', data: member });
    expect(await counts(exempted)).toEqual([0, 1, 0]);
    const suspended = on('2024-05-01', { type: 'MemberSuspended', data: member });
    expect(await counts(suspended)).toEqual([0, 0, 1]);
    expect(
      await counts(suspended, on('2024-12-30', { type: 'MemberResumed', data: member })),
    ).toEqual([1, 0, 0]);
    expect(await counts(on('2025-01-01', { type: 'MemberExempted', data: member }))).toEqual([
      1, 0, 0,
    ]);
  });

  it('has one rating: of where he or she is, or was last before, whoever else rated and when', async () => {
    const levels = async (organisation: string, ...facts: readonly ToRecord[]) => {
      const projected = await Projected.from(...cell, admitted('m00001', 'k1'), ...facts);
      const { byLevel } = projected.scorecard(organisation, 2024).scorecard.members;
      return Object.entries(byLevel).flatMap(([level, count]) => (count > 0 ? [level] : []));
    };
    const moved = on('2024-07-01', {
      type: 'MemberTransferred',
      data: { member: 'm00001', from: 'k1', to: 'k2' },
    });
    const by = (organisation: string, level: 'GOOD' | 'COMPLETED' | 'FAILED') =>
      rated('m00001', organisation, 2024, level);
    expect(await levels('k2', moved, by('k1', 'GOOD'))).toEqual(['GOOD']);
    expect(await levels('k2', moved, by('k2', 'COMPLETED'), by('k1', 'GOOD'))).toEqual([
      'COMPLETED',
    ]);
    expect(await levels('k1', by('k1', 'GOOD'), by('k2', 'FAILED'))).toEqual(['GOOD']);
    // Without a transfer, as after a merger.
    expect(await levels('k1', by('k2', 'COMPLETED'))).toEqual(['COMPLETED']);
  });

  it('who has left is not counted at all', async () => {
    const left = on('2024-06-01', { type: 'MemberLeft', data: { ...member, cause: 'DECEASED' } });
    expect(await counts(left)).toEqual([0, 0, 0]);
  });
});
