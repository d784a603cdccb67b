import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { runs } from '#vocabulary/testing';
import { CommandGateway, CommandRefused } from '#commands';
import type { CommandEnvelope, Receipt } from '#commands';
import { COMMAND_TYPES } from '#domain';
import type { DomainCommand } from '#domain';
import { arbitraryCommand, someFramework } from '#domain/testing';
import { openSqliteEventLog } from '#event-log/sqlite';
import { ProjectionEngine } from '#projection-engine';
import { casesProjection, pledgesProjection, SCORECARDS, scorecardsProjection } from '#projections';
import type { ScorecardDocument } from '#projections';
import { openSqliteDocumentStore } from '#read-models/sqlite';
import type { Actor } from '#vocabulary';
import { ReadModelSources } from './decision-sources';
import { openSubjectVault } from './subject-vault';

const NOW = new Date('2026-06-01T00:00:00Z');
const OPERATOR: Actor = { id: 'clerk', role: 'OPERATOR', organisation: 'local' };
const DISHONEST: readonly Actor[] = [
  { id: 'm00001', role: 'SECRETARY', organisation: 'k1' },
  { id: 'm00002', role: 'SECRETARY', organisation: 'k2' },
  { id: 'm00009', role: 'SUPERIOR_COMMITTEE', organisation: 'c1' },
  { id: 'm00008', role: 'INSPECTION_COMMISSION', organisation: 'c1' },
];
const YEAR = 2024;

/*
 * The oracle: what section 12 of the handbook leaves to an organisation about itself, and may make its scorecard
 * better. Whatever else is accepted from somebody of it must not.
 */
const ITS_OWN: readonly string[] = [
  'RegisterPledge',
  'SignPledge',
  'HoldMeeting',
  'PostDocuments',
  'HoldPreparatoryMeeting',
  'AdoptMinutes',
  'ReportTargetProgress',
  'CompleteInspectionPlanItem',
  'AdoptInspectionPlan',
  'CompleteRemediation',
  'AdmitMember',
  'MakeMemberOfficial',
  'TransferMember',
  'ExemptMember',
  'SuspendMember',
  'ResumeMember',
  'RecordMemberLeft',
];

const label = { vi: 'Điều kiện', en: 'Condition' };
const hard = (id: string, metric: string, op: string, value: number, params?: object) => ({
  id,
  kind: 'HARD',
  label,
  metric,
  ...(params && { params }),
  op,
  value,
});
const CONDITIONS = [
  {
    id: 'outside',
    kind: 'KNOCK_OUT',
    rule: 'R-01',
    label,
    metric: 'violations.externallyDetected',
  },
  hard('prohibited', 'violations.prohibitedThings', '==', 0),
  hard('targets', 'targets.metShare', '>=', 1),
  hard('flagged', 'grievances.flagged', '==', 0, { flags: ['CROWD'] }),
  hard('lingering', 'grievances.unresolved', '==', 0, { flags: ['CROWD'] }),
  hard('rated', 'members.ratedAtLeastShare', '>=', 1, { level: 'GOOD' }),
  { id: 'study', kind: 'APPRAISED', label },
];
const FRAME = {
  ...someFramework(),
  parameters: {},
  profiles: [
    {
      appliesTo: { kinds: ['SUBORDINATE_CELL', 'GRASSROOTS_COMMITTEE'], types: ['*'] },
      goods: [{ code: 'GOOD', label, conditions: CONDITIONS }],
    },
  ],
  meetingScale: {
    groups: [{ code: 'CONDUCT', maxPoints: 100 }],
    bands: [{ level: 'TOT', min: 0 }],
  },
};

/** What weighs on k1 and k2: recorded by an operator for those above. */
function accusations(): readonly (readonly [string, DomainCommand])[] {
  const tree = (organisation: string, kind: string, parent?: string) =>
    ({
      type: 'EstablishOrganisation',
      organisation,
      kind,
      name: organisation,
      organisationType: 'ward',
      ...(parent === undefined ? {} : { parent }),
    }) as DomainCommand;
  const ofCase = { case: 'opened' };
  return [
    ['2000-01-01', tree('superior', 'SUPERIOR_COMMITTEE')],
    ['2000-01-01', tree('c1', 'GRASSROOTS_COMMITTEE', 'superior')],
    ['2000-01-01', tree('k1', 'SUBORDINATE_CELL', 'c1')],
    ['2000-01-01', tree('k2', 'SUBORDINATE_CELL', 'c1')],
    ...['m00001', 'm00002'].flatMap((member): (readonly [string, DomainCommand])[] => [
      ['2010-01-01', { type: 'AdmitMember', member, organisation: 'k1' }],
      ['2011-01-01', { type: 'MakeMemberOfficial', member }],
    ]),
    ['2023-01-01', { type: 'DraftFramework', framework: 'frame', version: 1, definition: FRAME }],
    ['2023-01-01', { type: 'PublishFramework', framework: 'frame', version: 1 }],
    [
      '2023-06-01',
      {
        type: 'LaunchCampaign',
        campaign: 'campaign',
        framework: { id: 'frame', version: 1 },
        root: 'superior',
        fromYear: 2023,
        toYear: 2025,
      },
    ],
    ...['k1', 'k2', 'c1'].flatMap((organisation): (readonly [string, DomainCommand])[] => {
      const pledge = { campaign: 'campaign', year: YEAR, organisation };
      return [
        ['2024-01-10', { type: 'RegisterPledge', ...pledge, items: ['Study'] }],
        ['2024-01-11', { type: 'SignPledge', ...pledge }],
        [
          '2024-01-12',
          {
            type: 'AssignTarget',
            organisation,
            year: YEAR,
            code: 'T1',
            title: 'Target',
            unit: '%',
            assigned: '100',
            direction: 'AT_LEAST',
          },
        ],
      ];
    }),
    [
      '2024-02-01',
      {
        type: 'OpenCase',
        ...ofCase,
        organisation: 'k1',
        member: 'm00001',
        occurredOn: '2024-02-01',
        prohibitedThing: 2,
      },
    ],
    ['2024-02-02', { type: 'ReceiveSignal', ...ofCase, source: 'PRESS' }],
    [
      '2024-02-03',
      { type: 'OpenGrievance', grievance: 'grievance1', organisation: 'k1', flags: ['CROWD'] },
    ],
  ];
}

/** What one would give who wants to look better. */
const TEMPTING = [
  'ReachConclusion',
  'CloseCase',
  'ReceiveSignal',
  'ResolveGrievance',
  'ConfirmTargetResult',
  'DecideMemberRating',
  'OpenAssessment',
  'RecordAppraisal',
  'TransferMember',
] as const;

/** At what there is. */
function aimed(command: DomainCommand): DomainCommand {
  return {
    ...command,
    ...('case' in command ? { case: 'opened' } : {}),
    ...('achieved' in command ? { code: 'T1', achieved: '100' } : {}),
    ...('confirmed' in command ? { confirmed: false } : {}),
  };
}

const attempts = fc.array(
  fc.record({
    command: fc.oneof(
      { weight: 4, arbitrary: arbitraryCommand(TEMPTING).map(aimed) },
      { weight: 1, arbitrary: arbitraryCommand(COMMAND_TYPES) },
    ),
    actor: fc.constantFrom(...DISHONEST),
    on: fc.constantFrom('2024-03-01', '2024-03-02', '2024-12-20', '2025-01-05', '2026-01-05'),
  }),
  { minLength: 15, maxLength: 40 },
);

describe('A history of commands by dishonest people', () => {
  it('never makes a scorecard better by what section 12 forbids those it is about', async () => {
    await fc.assert(
      fc.asyncProperty(attempts, async (given) => {
        const office = await DishonestOffice.open();
        try {
          for (const [on, command] of accusations()) await office.give(command, OPERATOR, on);
          const forbidden: DomainCommand[] = [];
          let before = await office.standing();
          for (const { command, actor, on } of given) {
            const about = await office.tries(decidedFor(command, actor), actor, on);
            if (about === undefined) continue;
            const after = await office.standing();
            const own = actor.organisation;
            const isImproved = about === own && isBetter(before.get(own), after.get(own));
            if (isImproved && !ITS_OWN.includes(command.type)) forbidden.push(command);
            before = after;
          }
          expect(forbidden).toEqual([]);
        } finally {
          await office.close();
        }
      }),
      { numRuns: runs(25) },
    );
  });
});

type Statuses = ReadonlyMap<string, string>;

const RANK = ['FAILED', 'PENDING', 'MET', 'NOT_APPLICABLE'];

/** Some condition stands better than before. */
function isBetter(before: Statuses | undefined, after: Statuses | undefined): boolean {
  return [...(after ?? [])].some(
    ([id, status]) => RANK.indexOf(status) > RANK.indexOf(before?.get(id) ?? 'NOT_APPLICABLE'),
  );
}

function decidedFor(command: DomainCommand, { organisation }: Actor): DomainCommand {
  return 'decidedBy' in command ? { ...command, decidedBy: organisation } : command;
}

class DishonestOffice {
  private constructor(
    private readonly folder: string,
    private readonly log: ReturnType<typeof openSqliteEventLog>,
    private readonly store: ReturnType<typeof openSqliteDocumentStore>,
    private readonly engine: ProjectionEngine,
    private readonly gateway: CommandGateway,
  ) {}

  static async open(): Promise<DishonestOffice> {
    const folder = mkdtempSync(join(tmpdir(), 'dishonest-'));
    const log = openSqliteEventLog({ path: join(folder, 'log.db'), clock: () => NOW });
    const store = openSqliteDocumentStore({ path: join(folder, 'views.db') });
    const engine = new ProjectionEngine({
      log,
      store,
      projections: [scorecardsProjection, pledgesProjection, casesProjection],
      holder: 'test',
      now: () => NOW,
      onStopped: () => {
        // The next question to the engine fails.
      },
    });
    await engine.start();
    const sources = new ReadModelSources(log, engine);
    const gateway = new CommandGateway({
      log,
      sources,
      sealing: openSubjectVault({}),
      now: () => NOW,
    });
    return new DishonestOffice(folder, log, store, engine, gateway);
  }

  give(command: CommandEnvelope['command'], actor: Actor, on: string): Promise<Receipt> {
    const effectiveAt = `${on}T12:00:00+07:00`;
    const given = { command, commandId: randomUUID(), actor, effectiveAt, reason: 'A reason' };
    return this.gateway.execute([given]);
  }

  /** Which organisation the fact is about that was recorded; nothing where the command was refused. */
  async tries(command: DomainCommand, actor: Actor, on: string): Promise<string | undefined> {
    try {
      const { stream, revision } = await this.give(command, actor, on);
      const [recorded] = await this.log.readStreamSlice(stream, revision, { maxCount: 1 });
      const { organisation = '' } = (recorded?.data ?? {}) as { readonly organisation?: string };
      return organisation;
    } catch (error) {
      if (error instanceof CommandRefused) return undefined;
      throw error;
    }
  }

  /** Of every scorecard of the year, how each condition stands. */
  async standing(): Promise<ReadonlyMap<string, Statuses>> {
    const head = await this.log.head();
    if (head !== undefined) await this.engine.waitFor('scorecards', head, 30_000);
    const collection = await this.engine.collection<ScorecardDocument>(SCORECARDS);
    const { items } = await collection.find({
      where: { year: YEAR },
      order: { index: 'year', direction: 'ascending' },
      limit: 100,
    });
    return new Map(
      items.map(({ body: { organisation, scorecard } }) => [
        organisation,
        new Map(
          scorecard.goods.flatMap(({ conditions }) =>
            conditions.map(({ id, status }) => [id, status] as const),
          ),
        ),
      ]),
    );
  }

  async close(): Promise<void> {
    await this.engine.stop();
    await this.store.close();
    await this.log.close();
    rmSync(this.folder, { recursive: true });
  }
}
