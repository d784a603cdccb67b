import { REFUSALS, STATES, SUBJECTS } from './refusals';
import type { RefusalKind } from './refusals';
import { inEnglish } from './wording';

export { REFUSALS };
export type { RefusalKind };

/**
 * Why a command is refused. `code` is stable and says what is wrong; `rule` is the handbook's rule
 * (`R-01` … `R-34`) where it has one, else the code itself; `field` names the offending input.
 */
export interface Refusal {
  readonly code: RefusalCode;
  readonly rule: string;
  readonly message: string;
  readonly field?: string;
  /** What the refusal is about, for machines: ids, limits, conditions, paths. Never personal data. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** What the command is about lies outside the scope of whoever enters it. For the interface, never for clients. */
  readonly isOutOfScope?: true;
}

export type RefusalCode = keyof typeof REFUSALS;

type Gaps<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Gaps<Rest>
  : never;

/** The kind of a subject, and an object that has at least the ids that name it. */
export type Subject = {
  [Kind in keyof typeof SUBJECTS]: readonly [
    Kind,
    Readonly<Record<Gaps<(typeof SUBJECTS)[Kind]['en']>, string | number>>,
  ];
}[keyof typeof SUBJECTS];

type Filling<Gap> = Gap extends 'field'
  ? string
  : Gap extends 'subject'
    ? Subject
    : Gap extends 'state'
      ? keyof typeof STATES
      : string | number | readonly string[];

/** Everything that the message of a refusal says, and what else machines may want to know. */
export type About<Code extends RefusalCode> = {
  readonly [Gap in Gaps<(typeof REFUSALS)[Code]['message']['en']>]: Filling<Gap>;
} & { readonly field?: string; readonly details?: Readonly<Record<string, unknown>> };

/** Builds a refusal from what it is about; what its kind says is said the same way everywhere. */
export function refusal<Code extends RefusalCode>(code: Code, about: About<Code>): Refusal {
  const { rule = code, message }: RefusalKind = REFUSALS[code];
  const { field, details, subject, state, ...values }: AnyAbout = about;
  const [kind, ids] = subject ?? [];
  const named = kind === undefined ? '' : SUBJECTS[kind].en;
  return {
    code,
    rule,
    message: sentence(message.en, named, {
      ...values,
      field,
      subject: inEnglish(named, ids ?? {}),
      state: state === undefined ? undefined : STATES[state].en,
    }),
    ...(field === undefined ? {} : { field }),
    details: { ...idsOf(named, ids ?? {}), ...values, ...details },
  };
}

interface AnyAbout {
  readonly field?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly subject?: Subject;
  readonly state?: keyof typeof STATES;
}

/** Only what names the subject: it may have been given with all that is known of it. */
function idsOf(named: string, ids: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(ids).filter(([name]) => named.includes(`{${name}}`)));
}

/** With a capital, unless it begins with an id. */
function sentence(text: string, named: string, values: Readonly<Record<string, unknown>>): string {
  const filled = inEnglish(text, values);
  return text.startsWith('{subject}') && !named.startsWith('{')
    ? filled.charAt(0).toUpperCase() + filled.slice(1)
    : filled;
}
