import type { Aggregate } from '../shared/aggregate';
import { streams } from '../shared/streams';
import type { PledgeCommand } from './pledge.commands';
import { decidePledge } from './pledge.decide';
import type { PledgeEvent } from './pledge.events';
import { evolvePledge, unknownPledge } from './pledge.state';
import type { PledgeState } from './pledge.state';

export const pledgeAggregate: Aggregate<PledgeCommand, PledgeEvent, PledgeState> = {
  category: 'pledge',
  commands: ['RegisterPledge', 'SignPledge', 'ReportPledgeItem', 'WithdrawPledge'],
  events: ['PledgeRegistered', 'PledgeSigned', 'PledgeItemReported', 'PledgeWithdrawn'],
  initial: unknownPledge,
  streamOf: streams.pledge,
  decide: decidePledge,
  evolve: evolvePledge,
};
