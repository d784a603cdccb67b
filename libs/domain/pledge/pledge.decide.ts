import { assertNever } from '#vocabulary';
import type { DecisionContext } from '../shared/context';
import { decided, refused } from '../shared/decision';
import type { Decision } from '../shared/decision';
import { refusal } from '../shared/refusal';
import { decidedUnless, firstRefusal, requireText, requireThat } from '../shared/requirements';
import type { PledgeCommand } from './pledge.commands';
import type { PledgeEvent, PledgeKey } from './pledge.events';
import { isPledgeOf, isStanding } from './pledge.state';
import type { PledgeState } from './pledge.state';
import { register, requireBeforeAssessment } from './registration.decide';

export function decidePledge(
  command: PledgeCommand,
  state: PledgeState,
  context: DecisionContext,
): Decision<PledgeEvent> {
  const key = keyOf(command);
  if (command.type === 'RegisterPledge') return register(key, command.items, state, context);
  if (state.status === 'UNKNOWN' || !isPledgeOf(state, key)) {
    return refused(refusal('NOT_RECORDED', { details: { ...key } }));
  }
  if (!isStanding(state)) {
    return refused(refusal('NOT_IN_THIS_STATE', { details: { status: state.status } }));
  }
  switch (command.type) {
    case 'SignPledge':
      return decidedUnless(
        firstRefusal(
          requireThat(state.status !== 'SIGNED', 'ALREADY_SO'),
          requireBeforeAssessment(key, context),
        ),
        { type: 'PledgeSigned', data: { ...key, framework: state.framework } },
      );
    case 'ReportPledgeItem': {
      const { item, report, done } = command;
      return decidedUnless(
        firstRefusal(
          requireThat(state.items[item - 1] !== undefined, 'PLEDGE_ITEM_UNKNOWN', {
            field: 'item',
            details: { item, items: state.items.length },
          }),
          requireText(report, 'report'),
        ),
        { type: 'PledgeItemReported', data: { ...key, item, report, done } },
      );
    }
    case 'WithdrawPledge':
      return decided({ type: 'PledgeWithdrawn', data: key });
    default:
      return assertNever(command);
  }
}

function keyOf({ campaign, year, organisation, member }: PledgeCommand): PledgeKey {
  return { campaign, year, organisation, ...(member === undefined ? {} : { member }) };
}
