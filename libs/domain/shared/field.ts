import type {
  CampaignId,
  CaseId,
  Decimal,
  EventId,
  FrameworkId,
  GrantId,
  GrievanceId,
  Instant,
  LocalDate,
  MeetingId,
  MemberId,
  OrganisationId,
  TextLimits,
  WebhookId,
} from '#vocabulary';

type Shape =
  | { readonly kind: 'id'; readonly names: IdName }
  | { readonly kind: 'enum'; readonly values: readonly [string, ...string[]] }
  | { readonly kind: 'list'; readonly items: Field }
  | { readonly kind: 'record'; readonly values: Field }
  | { readonly kind: 'nested'; readonly fields: Fields }
  | ({ readonly kind: 'text' } & TextLimits)
  | { readonly kind: SimpleKind };

export type SimpleKind =
  'code' | 'year' | 'count' | 'ordinal' | 'decimal' | 'date' | 'instant' | 'boolean' | 'json';

export type IdName =
  | 'organisation'
  | 'member'
  | 'framework'
  | 'campaign'
  | 'meeting'
  | 'grievance'
  | 'grant'
  | 'subject'
  | 'webhook'
  | 'case'
  | 'event';

/** One field of a command, as a value that can be read while running, and that knows its type. */
export type Field<Value = unknown> = Shape & {
  readonly optional?: true;
  /** Never there: carries the type. */
  readonly valueType?: Value;
};

export type Fields = Readonly<Record<string, Field>>;

type OptionalField<Value> = Field<Value> & { readonly optional: true };

type ValueOf<F> = F extends { readonly valueType?: infer Value } ? Value : never;

type OptionalNames<F extends Fields> = {
  [Name in keyof F]: F[Name] extends { readonly optional: true } ? Name : never;
}[keyof F];

/** What a command with these fields carries. */
export type DataOf<F extends Fields> = Flat<
  { readonly [Name in Exclude<keyof F, OptionalNames<F>>]: ValueOf<F[Name]> } & {
    readonly [Name in OptionalNames<F>]?: ValueOf<F[Name]>;
  }
>;

export type Flat<T> = { [Name in keyof T]: T[Name] };

/** The kinds of fields there are, each with the type of its values. */
export const field = {
  organisation: id<OrganisationId>('organisation'),
  member: id<MemberId>('member'),
  framework: id<FrameworkId>('framework'),
  campaign: id<CampaignId>('campaign'),
  meeting: id<MeetingId>('meeting'),
  grievance: id<GrievanceId>('grievance'),
  grant: id<GrantId>('grant'),
  /** Whoever signs in, as an actor is named. */
  subject: id<string>('subject'),
  webhook: id<WebhookId>('webhook'),
  case: id<CaseId>('case'),
  event: id<EventId>('event'),
  /** What somebody gave a name of his own, unique where it is used: a target, an item, a condition. */
  code: simple<string>('code'),
  /** A text that people read, in one line or several. */
  text: (max = 500): Field<string> => ({ kind: 'text', max, lines: true }),
  /** A text of one line. */
  line: (max = 100): Field<string> => ({ kind: 'text', max, lines: false }),
  year: simple<number>('year'),
  /** A whole number from 0. */
  count: simple<number>('count'),
  /** A whole number from 1: a month, a version, the place in a list. */
  ordinal: simple<number>('ordinal'),
  decimal: simple<Decimal>('decimal'),
  date: simple<LocalDate>('date'),
  instant: simple<Instant>('instant'),
  boolean: simple<boolean>('boolean'),
  /** Anything: its decider takes none of it on trust. */
  json: simple<unknown>('json'),
  enum: <Word extends string>(values: readonly [Word, ...Word[]]): Field<Word> => ({
    kind: 'enum',
    values,
  }),
  list: <Value>(items: Field<Value>): Field<readonly Value[]> => ({ kind: 'list', items }),
  /** Values by a code that the framework gives. */
  record: <Value>(values: Field<Value>): Field<Readonly<Record<string, Value>>> => ({
    kind: 'record',
    values,
  }),
  nested: <F extends Fields>(fields: F): Field<DataOf<F>> => ({ kind: 'nested', fields }),
  optional: <Value>(present: Field<Value>): OptionalField<Value> => ({
    ...present,
    optional: true,
  }),
} as const;

function id<Id>(names: IdName): Field<Id> {
  return { kind: 'id', names };
}

function simple<Value>(kind: SimpleKind): Field<Value> {
  return { kind };
}
