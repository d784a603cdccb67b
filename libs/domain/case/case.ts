import { compareInstants, endOfDay, localDateOf, SIGNAL_SOURCES, startOfDay } from '#vocabulary';
import type { CaseId, LocalDate, MemberId, OrganisationId } from '#vocabulary';
import { membersOrganisationAt } from '../member/membership';
import { existedAt } from '../organisation/organisation.state';
import { aggregate } from '../shared/aggregate';
import { orderOfCase } from './case.order';
import { outOfOrder } from '../shared/order-of-dates';
import { isOutOfScope, requireActingAbove } from '../shared/authority';
import { commandsOn } from '../shared/command';
import type { DecisionContext } from '../shared/context';
import { isKnown } from '../shared/facts';
import { field } from '../shared/field';
import { bodyBehind, enteredFor } from '../shared/handlers';
import { refusal } from '../shared/refusal';
import {
  decidedUnless,
  firstRefusal,
  requireKnownMember,
  requireOrganisation,
  requireThat,
  requireWithin,
} from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import { INSPECTORS } from '../shared/roles';
import { AT_OR_ABOVE, AT_OR_ABOVE_ANOTHER, SETTLING } from '../shared/standing';
import { optionalSealedTexts, withSealed } from '../shared/sealed-texts';
import { streams } from '../shared/streams';
import { aboutCase, onCase, requireConfirmed, responsibleFor } from './case.commands';
import type { CaseEvent } from './case.events';
import { caseFacts, isOwnMatter } from './case.state';
import type { CaseState, KnownCase } from './case.state';
import { complaintCommands } from './complaint';
import { disciplineCommands } from './discipline';

const PROHIBITED_THINGS = 19;

const command = commandsOn<CaseState, CaseEvent>();
const ofCase = { case: field.case };

/** Facts of a case come late as often as not: what a closed case still takes is what happens after it. */
export const caseAggregate = aggregate<CaseState, CaseEvent>()({
  category: 'case',
  initial: { status: 'UNKNOWN' },
  streamOf: (about) => streams.case(about.case),
  facts: caseFacts,
  order: orderOfCase,
  about: (command, state, context) => {
    if (!isKnown(state)) {
      return { organisations: 'organisation' in command ? [command.organisation] : [] };
    }
    const { member } = state;
    return {
      organisations: responsibleFor(state, context),
      attributedTo: state.organisation,
      ...(member === undefined ? {} : { member }),
      isOwnMatter: isOwnMatter(state),
    };
  },
  commands: {
    OpenCase: command({
      fields: {
        ...ofCase,
        organisation: field.organisation,
        member: field.optional(field.member),
        occurredOn: field.date,
        prohibitedThing: field.optional(field.ordinal),
        ...optionalSealedTexts,
      },
      authority: { roles: INSPECTORS, standing: AT_OR_ABOVE },
      decide(data, { status }, context) {
        const { organisation, member, occurredOn, prohibitedThing } = data;
        const body = bodyBehind(context);
        const begun = compareInstants(startOfDay(occurredOn), context.now) <= 0;
        return decidedUnless(
          firstRefusal(
            requireThat(status === 'UNKNOWN', 'ALREADY_EXISTS', {
              field: 'case',
              subject: ['case', data],
            }),
            requireThat(begun, 'EFFECTIVE_IN_FUTURE', {
              field: 'occurredOn',
              value: occurredOn,
            }),
            requireOpenedAfter(occurredOn, context),
            requireProhibitedThing(prohibitedThing, member !== undefined),
            requireOrganisationOn(occurredOn, organisation, context),
            member === undefined
              ? undefined
              : requireMemberThere(member, organisation, occurredOn, context),
          ),
          {
            type: 'CaseOpened',
            data: { ...data, ...(body === undefined ? {} : { openedFor: body }) },
          },
        );
      },
    }),
    ReceiveSignal: onCase({
      fields: { ...ofCase, source: field.enum(SIGNAL_SOURCES) },
      authority: { roles: INSPECTORS, standing: AT_OR_ABOVE },
      decide: ({ source }, state, context) =>
        decidedUnless(
          // What a superior's inspection noticed first was not detected from outside: its word, not theirs.
          source === 'INSPECTION' ? requireActingAbove(state.organisation, context) : undefined,
          { type: 'SignalReceived', data: { ...aboutCase(state), source } },
        ),
    }),
    OpenInspection: onCase({
      fields: ofCase,
      authority: { roles: INSPECTORS, standing: AT_OR_ABOVE_ANOTHER },
      /** By each body once: what a cell inspects itself, a body above may take up. */
      decide: (_, state, context) => {
        const body = bodyBehind(context);
        return decidedUnless(
          firstRefusal(
            requireOpen(state),
            requireThat(!state.inspectors.includes(body), 'ALREADY_DONE', {
              subject: ['case', state],
              state: 'INSPECTED',
            }),
          ),
          {
            type: 'InspectionOpened',
            data: {
              ...aboutCase(state),
              openedBy: context.actor.id,
              ...(body === undefined ? {} : { openedFor: body }),
              ...enteredFor(context),
            },
          },
        );
      },
    }),
    SubmitExplanation: onCase({
      fields: { ...ofCase, ...optionalSealedTexts },
      authority: { roles: INSPECTORS, standing: AT_OR_ABOVE },
      decide: ({ sealed }, state) =>
        decidedUnless(requireOpen(state), {
          type: 'ExplanationSubmitted',
          data: { ...aboutCase(state), ...withSealed(sealed) },
        }),
    }),
    ReachConclusion: onCase({
      fields: {
        ...ofCase,
        confirmed: field.boolean,
        remediationRequired: field.boolean,
        ...optionalSealedTexts,
      },
      authority: { roles: INSPECTORS, standing: SETTLING },
      decide: ({ confirmed, remediationRequired, sealed }, state, context) =>
        decidedUnless(
          requireThat(state.conclusion === undefined, 'CONCLUSION_ALREADY_REACHED', {
            case: state.case,
          }),
          {
            type: 'ConclusionReached',
            data: {
              ...aboutCase(state),
              confirmed,
              remediationRequired,
              concludedBy: context.actor.id,
              ...withSealed(sealed),
              ...enteredFor(context),
            },
          },
        ),
    }),
    ...disciplineCommands,
    ...complaintCommands,
    FileRemediationPlan: onCase({
      fields: ofCase,
      authority: { roles: INSPECTORS, standing: AT_OR_ABOVE },
      decide: (_, state) =>
        decidedUnless(requireConfirmed(state), {
          type: 'RemediationPlanFiled',
          data: aboutCase(state),
        }),
    }),
    CompleteRemediation: onCase({
      fields: ofCase,
      authority: { roles: INSPECTORS, standing: AT_OR_ABOVE },
      decide: (_, state) =>
        decidedUnless(
          firstRefusal(
            requireConfirmed(state),
            requireThat(!state.remediated, 'ALREADY_DONE', {
              subject: ['case', state],
              state: 'REMEDIED',
            }),
          ),
          { type: 'RemediationCompleted', data: aboutCase(state) },
        ),
    }),
    CloseCase: onCase({
      fields: { ...ofCase, duplicateOf: field.optional(field.case) },
      authority: { roles: INSPECTORS, standing: SETTLING },
      decide: ({ duplicateOf }, state, context) =>
        decidedUnless(
          firstRefusal(
            requireOpen(state),
            duplicateOf === undefined
              ? requireSettled(state)
              : requireDuplicate(duplicateOf, state, context),
          ),
          {
            type: 'CaseClosed',
            data: { ...aboutCase(state), ...(duplicateOf === undefined ? {} : { duplicateOf }) },
          },
        ),
    }),
  },
});

/** Prohibited things are prohibited to members; an organisation's violation is another matter. */
function requireProhibitedThing(thing: number | undefined, ofMember: boolean): Requirement {
  if (thing === undefined) return undefined;
  return firstRefusal(
    requireWithin(thing, 1, PROHIBITED_THINGS, 'prohibitedThing'),
    requireThat(ofMember, 'VALUE_INVALID', { field: 'prohibitedThing', value: thing }),
  );
}

function requireOpenedAfter(occurredOn: LocalDate, { effectiveAt }: DecisionContext): Requirement {
  const on = localDateOf(effectiveAt);
  return on < occurredOn ? outOfOrder('CaseOpened', on, 'the violation', occurredOn) : undefined;
}

/** The violation has a date and no hour: it may fall on the first or the last day of an organisation. */
function requireOrganisationOn(
  date: LocalDate,
  organisation: OrganisationId,
  context: DecisionContext,
): Requirement {
  return existedAt(context.organisation(organisation), startOfDay(date))
    ? undefined
    : requireOrganisation(organisation, context, 'organisation', endOfDay(date));
}

/** The organisation where the member was on the day, at its beginning or its end. */
function requireMemberThere(
  member: MemberId,
  organisation: OrganisationId,
  date: LocalDate,
  context: DecisionContext,
): Requirement {
  const [morning, evening] = [startOfDay(date), endOfDay(date)].map((at) =>
    membersOrganisationAt(member, at, context),
  );
  const there = evening ?? morning;
  return firstRefusal(
    requireKnownMember(member, context),
    there === undefined
      ? refusal('MEMBER_NOT_EXISTING_THEN', { field: 'occurredOn', member, at: date })
      : requireThat([morning, evening].includes(organisation), 'NOT_THE_MEMBERS_ORGANISATION', {
          field: 'organisation',
          member,
          organisation: there,
          from: organisation,
          at: date,
        }),
  );
}

/**
 * The other case is about the same member or organisation, day and thing, and counts itself.
 * Which of two counts weighs on those it is about: so a body above them says it.
 */
function requireDuplicate(
  duplicateOf: CaseId,
  state: KnownCase,
  context: DecisionContext,
): Requirement {
  const other = context.case(duplicateOf);
  if (duplicateOf === state.case || !isKnownWithinScope(other, context)) {
    const subject = ['case', { case: duplicateOf }] as const;
    return refusal('NOT_RECORDED', { field: 'duplicateOf', subject });
  }
  return firstRefusal(
    requireActingAbove(state.organisation, context),
    requireThat(isAlike(state, other), 'CASES_NOT_ALIKE', {
      field: 'duplicateOf',
      case: state.case,
      other: duplicateOf,
    }),
    requireThat(other.duplicateOf === undefined, 'NOT_IN_THIS_STATE', {
      field: 'duplicateOf',
      subject: ['case', other],
      state: 'DUPLICATE',
    }),
  );
}

/** What lies outside the scope of whoever enters the command does not exist for him (access.md, section 3). */
function isKnownWithinScope(
  other: CaseState | undefined,
  context: DecisionContext,
): other is KnownCase {
  return other !== undefined && isKnown(other) && !isOutOfScope([other.organisation], context);
}

function isAlike(one: KnownCase, other: KnownCase): boolean {
  return (
    one.member === other.member &&
    (one.member !== undefined || one.organisation === other.organisation) &&
    one.occurredOn === other.occurredOn &&
    one.prohibitedThing === other.prohibitedThing
  );
}

function requireOpen(state: KnownCase): Requirement {
  return requireThat(state.status === 'OPEN', 'CASE_CLOSED', {
    field: 'case',
    case: state.case,
  });
}

/** Nothing was confirmed, or what was decided about it was announced (or has been annulled). */
function requireSettled({ case: id, conclusion, discipline }: KnownCase): Requirement {
  const nothingConfirmed = conclusion?.confirmed === false;
  const announced =
    discipline.status !== 'NONE' &&
    (discipline.announcedAt !== undefined || discipline.status === 'ANNULLED');
  return requireThat(nothingConfirmed || announced, 'NO_ANNOUNCED_DECISION', { case: id });
}
