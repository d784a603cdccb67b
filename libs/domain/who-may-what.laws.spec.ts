import fc from 'fast-check';
import { runs } from '#vocabulary/testing';
import type { Actor, OrganisationId } from '#vocabulary';
import { COMMAND_TYPES } from './registry';
import type { DomainCommand } from './registry';
import { noCriteria } from './testing';
import { arbitraryCommand } from './testing/arbitrary-commands';
import { someHistory } from './testing/history';
import { decideOn } from './testing/world';

/*
 * The oracle of section 12 of the handbook, written apart from what decides: for every command, who may not give it.
 * `superior` is above the committee `c1`, its cells `k1` and `k2` are below it.
 */
const ABOVE: Readonly<Record<string, readonly string[]>> = {
  superior: [],
  c1: ['superior'],
  k1: ['c1', 'superior'],
  k2: ['c1', 'superior'],
  k3: [],
};

type Stands = (body: string, organisation: string) => boolean;
const above: Stands = (body, organisation) => ABOVE[organisation]?.includes(body) ?? false;
const own: Stands = (body, organisation) => body === organisation || above(body, organisation);
const directly: Stands = (body, organisation) => ABOVE[organisation]?.[0] === body;

/** Every command is here once: one that is forgotten fails the test below. */
const FROM: Readonly<Record<string, Stands>> = {
  ...each(own, [
    'EstablishOrganisation',
    'AppointSecretary',
    'ReportMembershipTotals',
    'AdmitMember',
    'MakeMemberOfficial',
    'ExemptMember',
    'SuspendMember',
    'ResumeMember',
    'RecordMemberLeft',
    'LinkResidence',
    'RecordMemberIdentity',
    'EraseMemberIdentity',
    'LaunchCampaign',
    'RollOutCampaign',
    'CloseCampaign',
    'RegisterPledge',
    'SignPledge',
    'ReportPledgeItem',
    'WithdrawPledge',
    'ScheduleMeeting',
    'PostDocuments',
    'HoldPreparatoryMeeting',
    'HoldMeeting',
    'TakeVote',
    'AdoptResolution',
    'AdoptMinutes',
    'ProposeMeetingScore',
    'VoteMeetingScore',
    'CancelMeeting',
    'ReportTargetProgress',
    'AdoptInspectionPlan',
    'CompleteInspectionPlanItem',
    'OpenGrievance',
    'FlagGrievance',
    'GrantRole',
    'EndRole',
    // About no organisation: an operator gives it.
    'AcceptLedgerBreak',
    'RegisterWebhook',
    'ChangeWebhook',
    'RotateWebhookSecret',
    'DisableWebhook',
    'ResumeWebhook',
    'Redeliver',
    'EndWebhook',
    'OpenCase',
    'ReceiveSignal',
    'OpenInspection',
    'SubmitExplanation',
    'ProposeDiscipline',
    'DecideDiscipline',
    'AnnounceDiscipline',
    'RestoreRights',
    'FileComplaint',
    'FileRemediationPlan',
    'CompleteRemediation',
    'OpenReview',
    'ProposeMemberRating',
    'ProposeOrganisationRating',
    'OpenAssessment',
    'SubmitSelfAssessment',
    'VoteSelfAssessment',
  ]),
  ...each(above, [
    'RenameOrganisation',
    'ReparentOrganisation',
    'ChangeOrganisationType',
    'MergeOrganisation',
    'SplitOrganisation',
    'DissolveOrganisation',
    'AssignSuperiorDelegate',
    'DesignatePilot',
    'AssignTarget',
    'ExpireDiscipline',
    'ResolveComplaint',
    'PublishRatings',
    'ReopenRating',
    'RecordAppraisal',
    'ProposeRecognition',
    'GrantRecognition',
    'RefuseRecognition',
    'PublishRecognition',
    'GrantReward',
    'RequireRecognitionReview',
    'UpholdRecognition',
    'CorrectRecognition',
    'RevokeRecognition',
    'RecordMissedMonth',
    'RecordMissedQuarter',
    'RecordPublicationOverdue',
    'RecordAnnouncementOverdue',
    'ClosePeriod',
    // Nothing of `someHistory` was opened by the cell it is about.
    'ReachConclusion',
    'CloseCase',
    'ResolveGrievance',
  ]),
  // The framework of these worlds names nobody.
  ...each(directly, [
    'ConfirmMeetingScore',
    'ConfirmTargetResult',
    'DecideMemberRating',
    'DecideOrganisationRating',
    'ReviseRating',
  ]),
  // Of the organisation that is left, or joined, or a body above both: told below.
  TransferMember: own,
  // Of the body that drafted it: told below.
  ...each(() => true, ['DraftFramework', 'ExtendFramework', 'PublishFramework']),
};

function each(stands: Stands, types: readonly string[]): Readonly<Record<string, Stands>> {
  return Object.fromEntries(types.map((type) => [type, stands]));
}

const ACTORS: readonly Actor[] = ['superior', 'c1', 'k1', 'k2'].flatMap((organisation) =>
  organisation.startsWith('k')
    ? [{ id: 'secretary', role: 'SECRETARY', organisation }]
    : [
        { id: 'chair', role: 'SUPERIOR_COMMITTEE', organisation },
        { id: 'board', role: 'STANDING_BOARD', organisation },
        { id: 'inspector', role: 'INSPECTION_COMMISSION', organisation },
      ],
);

/** The organisations that an accepted command is about, by what it recorded. */
function subjectsOf(
  command: DomainCommand,
  recorded: { readonly data: object },
): readonly string[] {
  const { organisation, to, into, parent, root } = { ...recorded.data, ...command } as Subjects;
  switch (command.type) {
    case 'EstablishOrganisation':
      return parent === undefined ? [] : [parent];
    case 'ReparentOrganisation':
      return [organisation, to ?? ''];
    case 'MergeOrganisation':
    case 'SplitOrganisation':
      return [organisation, ...[into ?? []].flat()];
    case 'LaunchCampaign':
    case 'RollOutCampaign':
    case 'CloseCampaign':
      return [root ?? ''];
    default:
      return [organisation];
  }
}

interface Subjects {
  readonly organisation: OrganisationId;
  readonly to?: OrganisationId;
  readonly into?: OrganisationId | readonly OrganisationId[];
  readonly parent?: OrganisationId;
  readonly root?: OrganisationId;
}

const circumstances = (actor: Actor, effectiveAt: string) => ({
  now: '2030-01-01T00:00:00+07:00',
  effectiveAt: `${effectiveAt}T00:00:00+07:00`,
  actor,
  reason: 'A reason',
  criteria: noCriteria,
});

const days = fc.constantFrom('2024-03-01', '2024-03-02', '2024-12-20', '2025-01-05', '2026-01-05');

describe('Who gives a command', () => {
  it('is said of every command', () => {
    expect(Object.keys(FROM).sort()).toEqual([...COMMAND_TYPES].sort());
  });

  it.each([...COMMAND_TYPES])('stands where the handbook says: %s', (type) => {
    const stands = FROM[type] ?? own;
    fc.assert(
      fc.property(
        arbitraryCommand([type]),
        fc.constantFrom(...ACTORS),
        days,
        (given, actor, on) => {
          const command = decidedFor(given, actor);
          const decision = decideOn(someHistory(), command, circumstances(actor, on));
          if (decision.kind === 'refused' || type === 'TransferMember') return;
          for (const fact of decision.facts.slice(0, 1)) {
            for (const subject of subjectsOf(command, fact)) {
              expect([actor.organisation, subject, stands(actor.organisation, subject)]).toEqual([
                actor.organisation,
                subject,
                true,
              ]);
            }
          }
        },
      ),
      { numRuns: runs(30) },
    );
  });

  /** What only an operator, or a process, gives in these worlds, and what no framework here lets anybody decide. */
  const OTHERWISE = ['EstablishOrganisation', 'RecordMemberLeft', 'AcceptLedgerBreak'];

  it.each(COMMAND_TYPES.filter((type) => !OTHERWISE.includes(type)))(
    'is not refused for standing there: %s',
    (type) => {
      const stands = FROM[type] ?? own;
      const outcomes = fc
        .sample(fc.record({ given: arbitraryCommand([type]), on: days }), { seed: 1, numRuns: 40 })
        .flatMap(({ given, on }) =>
          ACTORS.map((actor) => {
            const command = decidedFor(given, actor);
            return { actor, decision: decideOn(someHistory(), command, circumstances(actor, on)) };
          }),
        );
      const codes = outcomes.map(({ actor, decision }) => ({
        organisation: actor.organisation,
        code: decision.kind === 'refused' ? decision.refusal.code : 'DECIDED',
      }));
      const entitled = codes.filter(({ organisation }) =>
        ['k1', 'k2', 'c1'].some((subject) => stands(organisation, subject)),
      );
      expect(entitled.some(({ code }) => code !== 'DECIDED_BEYOND_AUTHORITY')).toBe(true);
    },
  );
});

/** Whoever decides, does so for the own body. */
function decidedFor(command: DomainCommand, { organisation }: Actor): DomainCommand {
  return {
    ...command,
    ...('decidedBy' in command ? { decidedBy: organisation } : {}),
    ...('grantedBy' in command ? { grantedBy: organisation } : {}),
  };
}
