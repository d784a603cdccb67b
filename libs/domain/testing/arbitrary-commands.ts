import fc from 'fast-check';
import { aggregateOf } from '../registry';
import type { DomainCommand } from '../registry';
import type { Field, Fields, IdName, SimpleKind } from '../shared/field';
import { someFramework } from './frameworks';

const among = <Value>(...values: readonly [Value, ...Value[]]): fc.Arbitrary<Value> =>
  fc.constantFrom(...values);

/** So few things that commands often meet: most of the interest is in what comes before what. */
const IDS: Readonly<Record<IdName, fc.Arbitrary<string>>> = {
  organisation: among('k1', 'k2'),
  member: among('m00001', 'm00002'),
  framework: among('frame', 'local'),
  campaign: among('campaign', 'other'),
  meeting: among('meeting1', 'meeting2', 'held'),
  grievance: among('grievance1'),
  grant: among('grant1', 'granted'),
  subject: among('m00001', 'm00009'),
  webhook: among('hook1', 'registered'),
  case: among('case1', 'opened', 'confirmed', 'decided', 'announced'),
  event: among('event1', 'event2'),
};

const VALUES: Readonly<Record<SimpleKind, fc.Arbitrary<unknown>>> = {
  code: among('one', 'two', ''),
  year: among(2024),
  count: among(0, 1, 2, -1),
  ordinal: among(1, 2, 20),
  decimal: among('1', '10.5', '20', '1e3'),
  date: among('2024-02-01', '2030-02-01'),
  instant: among('2024-03-01T08:00:00+07:00', '2024-03-01T10:00:00+07:00'),
  boolean: fc.boolean(),
  json: fc.constant({}),
};

/** Not given: what the rules of most days refuse has specs of its own. */
const NEVER = 'NEVER';

type Given = Readonly<Record<string, fc.Arbitrary<unknown> | typeof NEVER>>;

const organisation = among('k1', 'k2', 'c1');
const superior = among('c1', 'superior');

/** Fields whose name says more than their kind. */
const BY_NAME: Given = {
  decidedBy: superior,
  grantedBy: superior,
  chosenBy: superior,
  parent: superior,
  root: superior,
  version: among(1, 2),
  code: among('T1', 'T2'),
  item: among('P1', 'P2'),
  definition: among('COMPLETE', 'EXTENSION'),
  points: NEVER,
  scores: fc.dictionary(among('PREPARATION', 'CONDUCT'), VALUES.decimal, { maxKeys: 2 }),
};

const anywhere: Given = { organisation };
const aPledge: Given = { year: among(2025) };

/** What a command has to meet for its law to say something. */
const BY_COMMAND: { readonly [Type in DomainCommand['type']]?: Given } = {
  EstablishOrganisation: { organisation: among('k1', 'k3') },
  RenameOrganisation: anywhere,
  ReparentOrganisation: { organisation, to: among('k1', 'c1', 'superior') },
  ChangeOrganisationType: anywhere,
  MergeOrganisation: { organisation, into: organisation },
  SplitOrganisation: { organisation, into: fc.array(organisation, { maxLength: 2 }) },
  DissolveOrganisation: anywhere,
  AppointSecretary: anywhere,
  AssignSuperiorDelegate: anywhere,
  ReportMembershipTotals: anywhere,
  AdmitMember: { organisation, member: among('m00002', 'm00003') },
  TransferMember: { from: organisation, to: organisation },
  LinkResidence: { residenceOrganisation: organisation },
  LaunchCampaign: {
    campaign: among('campaign', 'other', 'third'),
    framework: fc.record({ id: among('frame'), version: among(1, 2) }),
    fromYear: among(2023, 2024),
    toYear: among(2023, 2025),
  },
  DesignatePilot: anywhere,
  RegisterPledge: aPledge,
  SignPledge: aPledge,
  ReportPledgeItem: { ...aPledge, item: among(1, 2, 3) },
  WithdrawPledge: aPledge,
  AdoptInspectionPlan: {
    items: fc.uniqueArray(fc.record({ code: among('P1', 'P2'), title: among('Inspection') }), {
      selector: ({ code }) => code,
      maxLength: 2,
    }),
  },
  HoldMeeting: {
    startsAt: among('2024-03-01T08:00:00+07:00'),
    attendance: fc.record({
      expected: among(2, 3),
      present: among(1, 2),
      excused: fc.array(IDS.member, { maxLength: 1 }),
      unexcused: fc.constant([]),
      specialDuty: fc.constant([]),
    }),
  },
  // Said of an annulled discipline alone, which has specs of its own.
  ResolveComplaint: { violationStands: NEVER },
  ExpireDiscipline: { case: among('announced') },
  RestoreRights: { case: among('announced') },
  GrantRole: { to: among('2030-02-01') },
  RegisterWebhook: { url: among('https://receiver.example/events'), under: organisation },
  ChangeWebhook: { url: among('https://receiver.example/other'), under: organisation },
  SubmitSelfAssessment: { scores: fc.constant([]) },
  RecordAppraisal: { conditions: fc.constant([{ condition: 'study', result: 'MET' }]) },
};

/** Any command of these types, about the small world of `someTree`. */
export function arbitraryCommand(
  types: readonly DomainCommand['type'][],
): fc.Arbitrary<DomainCommand> {
  return fc.oneof(...types.map((type) => arbitraryOf(type)));
}

/** Made from the fields that the command declares: what types say of them cannot be followed here. */
function arbitraryOf(type: DomainCommand['type']): fc.Arbitrary<DomainCommand> {
  const fields = aggregateOf({ type }).commands[type]?.fields ?? {};
  return arbitraryData(fields, { ...BY_NAME, ...BY_COMMAND[type] }).map((data) =>
    withDefinition({ type, ...data } as DomainCommand),
  );
}

/** A definition says itself which framework and version it is. */
function withDefinition(command: DomainCommand): DomainCommand {
  if (command.type !== 'DraftFramework' && command.type !== 'ExtendFramework') return command;
  const { framework: id, version } = command;
  const base = command.definition === 'EXTENSION' ? { extends: { id: 'frame', version: 1 } } : {};
  return { ...command, definition: someFramework({ id, version, ...base }) };
}

function arbitraryData(fields: Fields, given: Given = {}): fc.Arbitrary<object> {
  const values: Record<string, fc.Arbitrary<unknown>> = {};
  for (const [name, declared] of Object.entries(fields)) {
    const value = given[name] ?? arbitraryValue(declared);
    if (value !== NEVER) values[name] = value;
  }
  const requiredKeys = Object.keys(values).filter((name) => fields[name]?.optional !== true);
  return fc.record(values, { requiredKeys });
}

function arbitraryValue(declared: Field): fc.Arbitrary<unknown> {
  switch (declared.kind) {
    case 'id':
      return IDS[declared.names];
    case 'enum':
      return among(...declared.values);
    case 'list':
      return declared.items.kind === 'enum'
        ? fc.subarray([...declared.items.values])
        : fc.array(arbitraryValue(declared.items), { maxLength: 2 });
    case 'record':
      return fc.dictionary(fc.string(), arbitraryValue(declared.values));
    case 'nested':
      return arbitraryData(declared.fields);
    case 'text':
      return among('one', 'two', '');
    default:
      return VALUES[declared.kind];
  }
}
