import { field } from '#domain';
import type { CorrectFact, DomainCommand, Fields } from '#domain';
import type { ClearTexts } from '#vocabulary';

/** A command as it is given: what is to be sealed in it comes beside it, in clear texts. */
export type ClearCommand = WithoutSealed<DomainCommand> | CorrectFact;

type WithoutSealed<C> = C extends DomainCommand
  ? 'sealed' extends keyof C
    ? Omit<C, 'sealed'>
    : C
  : never;

type SealingType = Extract<DomainCommand, { readonly sealed?: unknown }>['type'];

interface ClearDeclaration {
  readonly fields: Fields;
  /** The field with a name by which the subject is to be found. */
  readonly name?: string;
}

/** Sealed, the longest such text still is within what a text of an event may have. */
const text = field.optional(field.text(3_500));

/** Which texts of a command are sealed. They are no fields of the domain: it never sees them. */
const CLEAR_TEXTS: { readonly [Type in SealingType]: ClearDeclaration } = {
  RecordMemberIdentity: {
    fields: {
      fullName: field.line(200),
      dateOfBirth: field.optional(field.date),
      cardNumber: field.optional(field.line(50)),
    },
    name: 'fullName',
  },
  OpenCase: { fields: { summary: text } },
  SubmitExplanation: { fields: { text } },
  ReachConclusion: { fields: { text } },
};

export function clearDeclarationOf(type: string): ClearDeclaration | undefined {
  return (CLEAR_TEXTS as Readonly<Record<string, ClearDeclaration>>)[type];
}

/** Takes the texts that are sealed out of what a client sent. */
export function withoutClear(
  type: string,
  sent: object,
): { readonly rest: object; readonly clear?: ClearTexts } {
  const names = Object.keys(clearDeclarationOf(type)?.fields ?? {});
  if (names.length === 0) return { rest: sent };
  const isClear = ([name]: readonly [string, unknown]): boolean => names.includes(name);
  const entries = Object.entries(sent);
  const texts = entries.filter((entry): entry is [string, string] => {
    return isClear(entry) && typeof entry[1] === 'string';
  });
  const rest = Object.fromEntries(entries.filter((entry) => !isClear(entry)));
  return texts.length === 0 ? { rest } : { rest, clear: Object.fromEntries(texts) };
}

/** Whom the texts of a command are about: they are sealed under a key of that subject. */
export function subjectOf(command: ClearCommand): string {
  if ('case' in command) return caseSubject(command.case);
  if ('member' in command) return memberSubject(command.member);
  throw new TypeError(`Nothing is known of whom ${command.type} is about`);
}

/** The name of a member among the subjects of keys. */
export function memberSubject(member: string): string {
  return `${MEMBER}${member}`;
}

/** The member that a subject is; `undefined` for a case. */
export function memberOfSubject(subject: string): string | undefined {
  return subject.startsWith(MEMBER) ? subject.slice(MEMBER.length) : undefined;
}

/** The name of a case among the subjects of keys. */
export function caseSubject(id: string): string {
  return `case/${id}`;
}

const MEMBER = 'member/';
