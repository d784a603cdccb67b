import type { DecisiveScorecard } from '../shared/decisive-scorecard';
import { assessmentAggregate } from '../assessment/assessment';
import { campaignAggregate } from '../campaign/campaign';
import { caseAggregate } from '../case/case';
import { frameworkAggregate } from '../framework/framework';
import { memberAggregate } from '../member/member';
import { organisationAggregate } from '../organisation/organisation';
import { pledgeAggregate } from '../pledge/pledge';
import { aggregateOf } from '../registry';
import type { DomainCommand, DomainEvent } from '../registry';
import type { CaseSubject, CriteriaRules, DecisionContext } from '../shared/context';
import type { Decision } from '../shared/decision';
import type { Effective } from '../shared/event';
import { streams } from '../shared/streams';
import type { Actor, CaseId, Instant } from '#vocabulary';
import { deepFreeze } from './deep-freeze';
import { fold } from './fold';

/** Who, when, and what stands beside the facts, for one decision. */
export interface Circumstances {
  readonly now: Instant;
  readonly effectiveAt: Instant;
  readonly actor: Actor;
  /** Whoever enters the command for the actor. */
  readonly enteredBy?: Actor;
  readonly reason?: string;
  readonly criteria: CriteriaRules;
  /** The scorecard of every organisation and year asked for. */
  readonly scorecard?: DecisiveScorecard;
}

/** Decides a command on nothing but facts: the whole domain as one function. */
export function decideOn(
  facts: readonly Effective<DomainEvent>[],
  command: DomainCommand,
  circumstances: Circumstances,
): Decision<DomainEvent> {
  const aggregate = aggregateOf(command);
  const state = fold(aggregate, aggregate.streamOf(command), facts) ?? aggregate.initial;
  return aggregate.decide(deepFreeze(command), deepFreeze(state), contextOf(facts, circumstances));
}

export function contextOf(
  facts: readonly Effective<DomainEvent>[],
  circumstances: Circumstances,
): DecisionContext {
  return {
    now: circumstances.now,
    effectiveAt: circumstances.effectiveAt,
    actor: circumstances.actor,
    enteredBy: circumstances.enteredBy ?? circumstances.actor,
    reason: circumstances.reason,
    criteria: circumstances.criteria,
    organisation: (id) => fold(organisationAggregate, streams.organisation(id), facts),
    member: (id) => fold(memberAggregate, streams.member(id), facts),
    framework: (id) => fold(frameworkAggregate, streams.framework(id), facts),
    campaign: (id) => fold(campaignAggregate, streams.campaign(id), facts),
    pledges: (organisation, year) =>
      fold(pledgeAggregate, streams.pledge({ organisation, year }), facts),
    assessment: (organisation, year) =>
      fold(assessmentAggregate, streams.assessment(organisation, year), facts),
    case: (id) => fold(caseAggregate, streams.case(id), facts),
    casesOf: (subject) => casesOf(facts, subject),
    scorecard: () => circumstances.scorecard,
  };
}

function casesOf(
  facts: readonly Effective<DomainEvent>[],
  subject: CaseSubject,
): readonly CaseId[] {
  return facts.flatMap((fact) => {
    if (fact.type !== 'CaseOpened') return [];
    const { case: id, organisation, member } = fact.data;
    const isAbout =
      subject.member === undefined
        ? member === undefined && organisation === subject.organisation
        : member === subject.member;
    return isAbout ? [id] : [];
  });
}
