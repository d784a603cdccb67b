import { aggregate } from '../shared/aggregate';
import { commandsAfter, commandsOn } from '../shared/command';
import { decided, refused } from '../shared/decision';
import { field } from '../shared/field';
import { refusal } from '../shared/refusal';
import { decidedUnless, firstRefusal, requireText, requireThat } from '../shared/requirements';
import { OFFICES } from '../shared/roles';
import { AT_OR_ABOVE } from '../shared/standing';
import { streams } from '../shared/streams';
import { isStanding, pledgeFacts, pledgeOf } from './pledge.state';
import type { PledgeEvent, PledgeKey, PledgeState, StandingPledge } from './pledge.state';
import { pledgeSubject, register, requireBeforeAssessment } from './registration';

const command = commandsOn<PledgeState, PledgeEvent>();
const ofPledge = {
  campaign: field.campaign,
  year: field.year,
  organisation: field.organisation,
  member: field.optional(field.member),
};

/** Declares commands about a pledge that was registered, and not withdrawn. */
const onPledge = commandsAfter<PledgeState, PledgeEvent, PledgeKey, StandingPledge>(
  (state, decide, given) => {
    const key = keyOf(given);
    const pledge = pledgeOf(state.pledges, key);
    if (pledge === undefined) {
      return refused(refusal('NOT_RECORDED', { subject: pledgeSubject(key), details: { ...key } }));
    }
    return isStanding(pledge)
      ? decide(pledge)
      : refused(
          refusal('NOT_IN_THIS_STATE', {
            subject: pledgeSubject(key),
            state: 'WITHDRAWN',
            details: { status: pledge.status },
          }),
        );
  },
);

export const pledgeAggregate = aggregate<PledgeState, PledgeEvent>()({
  category: 'pledge',
  furtherCategory: 'member-pledge',
  initial: { pledges: [] },
  streamOf: streams.pledge,
  about: ({ organisation }) => ({ organisations: [organisation] }),
  facts: pledgeFacts,
  order: {
    apart: 'campaign',
    steps: [['PledgeRegistered'], ['PledgeSigned']],
    // Registered anew after it was withdrawn.
    succeeds: { PledgeRegistered: ['PledgeRegistered', 'PledgeSigned'] },
  },
  commands: {
    RegisterPledge: command({
      fields: { ...ofPledge, items: field.list(field.text(2_000)) },
      authority: { roles: OFFICES, standing: AT_OR_ABOVE },
      decide: (data, state, context) => register(keyOf(data), data.items, state, context),
    }),
    SignPledge: onPledge({
      fields: ofPledge,
      authority: { roles: OFFICES, standing: AT_OR_ABOVE },
      decide(data, { status, framework }, context) {
        const key = keyOf(data);
        return decidedUnless(
          firstRefusal(
            requireThat(status !== 'SIGNED', 'ALREADY_SO', {
              subject: pledgeSubject(key),
              state: 'SIGNED',
            }),
            requireBeforeAssessment(key, context),
          ),
          { type: 'PledgeSigned', data: { ...key, framework } },
        );
      },
    }),
    ReportPledgeItem: onPledge({
      fields: { ...ofPledge, item: field.ordinal, report: field.text(5_000), done: field.boolean },
      authority: { roles: OFFICES, standing: AT_OR_ABOVE },
      decide(data, { items }) {
        const { item, report, done } = data;
        return decidedUnless(
          firstRefusal(
            requireThat(items[item - 1] !== undefined, 'PLEDGE_ITEM_UNKNOWN', {
              field: 'item',
              subject: pledgeSubject(data),
              item,
              items: items.length,
            }),
            requireText(report, 'report'),
          ),
          { type: 'PledgeItemReported', data: { ...keyOf(data), item, report, done } },
        );
      },
    }),
    WithdrawPledge: onPledge({
      fields: ofPledge,
      authority: { roles: OFFICES, standing: AT_OR_ABOVE },
      decide: (data) => decided({ type: 'PledgeWithdrawn', data: keyOf(data) }),
    }),
  },
});

function keyOf({ campaign, year, organisation, member }: PledgeKey): PledgeKey {
  return { campaign, year, organisation, ...(member === undefined ? {} : { member }) };
}
