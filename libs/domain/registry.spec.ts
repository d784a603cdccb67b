import fc from 'fast-check';
import { runs } from '#vocabulary/testing';
import {
  AGGREGATES,
  aggregateOf,
  aggregateOfEvent,
  COMMAND_TYPES,
  commandTypesOf,
  EVENT_TYPES,
  eventTypesOf,
  isCommandType,
  isEventType,
} from './registry';
import type { DomainCommand } from './registry';
import { arbitraryAttempts, course } from './testing/sequences';
import type { Step } from './testing/sequences';
import { decideOn, deepFreeze, fold } from './testing';

/**
 * Commands that may be given again as they are, since the same thing can happen or be said more
 * than once. All the others change what they were decided on.
 */
const REPEATABLE: readonly DomainCommand['type'][] = [
  // A name may be mended; who asks to be forgotten may ask again.
  'RecordMemberIdentity',
  'EraseMemberIdentity',
  'ReportMembershipTotals',
  'DraftFramework',
  'ExtendFramework',
  'ReportPledgeItem',
  'ReportTargetProgress',
  'TakeVote',
  'ProposeMeetingScore',
  'SubmitExplanation',
  'ReceiveSignal',
  'ProposeDiscipline',
  'FileRemediationPlan',
  'ProposeMemberRating',
  'ProposeOrganisationRating',
  'SubmitSelfAssessment',
  'RecordAppraisal',
  'Redeliver',
  'ResumeWebhook',
  'RotateWebhookSecret',
];

function happensOnce({ attempt, recorded }: Step): boolean {
  return recorded.length > 0 && !REPEATABLE.includes(attempt.command.type);
}

describe('The registry', () => {
  it('knows each command and each event once', () => {
    expect(new Set(COMMAND_TYPES).size).toBe(COMMAND_TYPES.length);
    expect(new Set(EVENT_TYPES).size).toBe(EVENT_TYPES.length);
    expect(new Set(AGGREGATES.map(({ category }) => category)).size).toBe(AGGREGATES.length);
  });

  it('finds the aggregate of a command and of an event, and nothing for other words', () => {
    for (const aggregate of AGGREGATES) {
      for (const type of commandTypesOf(aggregate)) expect(aggregateOf({ type })).toBe(aggregate);
      for (const type of eventTypesOf(aggregate)) expect(aggregateOfEvent(type)).toBe(aggregate);
    }
    expect(isCommandType('HoldMeeting')).toBe(true);
    expect(isCommandType('MeetingHeld')).toBe(false);
    expect(isEventType('MeetingHeld')).toBe(true);
    expect(isEventType('toString')).toBe(false);
  });
});

describe.each(AGGREGATES.map((aggregate) => [aggregate.category, aggregate] as const))(
  'The aggregate %s',
  (_, aggregate) => {
    const attempts = arbitraryAttempts(commandTypesOf(aggregate), 24);

    it('evolves with facts in any order and with any of them missing', () => {
      const scrambled = attempts.chain((all) => {
        const recorded = course(all).flatMap((step) => step.recorded);
        return fc.shuffledSubarray([...recorded, ...recorded]);
      });
      fc.assert(
        fc.property(scrambled, (facts) => {
          for (const fact of facts) {
            const state = fold(aggregate, aggregate.streamOf(fact.data), facts);
            expect(state).toBeDefined();
          }
        }),
        { numRuns: runs(40) },
      );
    });

    it('records only facts of its own, in the stream of the command', () => {
      fc.assert(
        fc.property(attempts, (all) => {
          for (const { attempt, recorded } of course(all)) {
            for (const fact of recorded) {
              expect(eventTypesOf(aggregate)).toContain(fact.type);
              expect(aggregate.streamOf(fact.data)).toBe(aggregate.streamOf(attempt.command));
            }
          }
        }),
        { numRuns: runs(40) },
      );
    });

    it('takes every fact it records: the state changes, unless the same may be said again', () => {
      fc.assert(
        fc.property(attempts, (all) => {
          for (const { attempt, facts, recorded } of course(all).filter(happensOnce)) {
            let state = fold(aggregate, aggregate.streamOf(attempt.command), facts);
            for (const fact of recorded) {
              const next = aggregate.evolve(state ?? aggregate.initial, fact);
              expect(next).not.toEqual(state ?? aggregate.initial);
              state = next;
            }
          }
        }),
        { numRuns: runs(40) },
      );
    });

    it('decides the same on the same facts', () => {
      fc.assert(
        fc.property(attempts, (all) => {
          for (const { attempt, facts } of course(all)) {
            const { command, circumstances } = deepFreeze(attempt);
            const first = decideOn(facts, command, circumstances);
            expect(decideOn(facts, command, circumstances)).toEqual(first);
          }
        }),
        { numRuns: runs(40) },
      );
    });

    it('does not decide twice what happens once', () => {
      fc.assert(
        fc.property(attempts, (all) => {
          for (const { attempt, facts, recorded } of course(all).filter(happensOnce)) {
            const now = [...facts, ...recorded];
            expect(decideOn(now, attempt.command, attempt.circumstances).kind).toBe('refused');
          }
        }),
        { numRuns: runs(40) },
      );
    });

    it('accepts every command of its own somewhere, so that the above says something', () => {
      const accepted = fc
        .sample(attempts, { seed: 1, numRuns: 400 })
        .flatMap((all) => course(all))
        .filter((step) => step.recorded.length > 0)
        .map((step) => step.attempt.command.type);
      expect(commandTypesOf(aggregate).filter((type) => !accepted.includes(type))).toEqual([]);
    });
  },
);
