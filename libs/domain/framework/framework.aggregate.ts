import type { Aggregate } from '../shared/aggregate';
import { streams } from '../shared/streams';
import type { FrameworkCommand } from './framework.commands';
import { decideFramework } from './framework.decide';
import type { FrameworkEvent } from './framework.events';
import { evolveFramework, unknownFramework } from './framework.state';
import type { FrameworkState } from './framework.state';

export const frameworkAggregate: Aggregate<FrameworkCommand, FrameworkEvent, FrameworkState> = {
  category: 'framework',
  commands: ['DraftFramework', 'ExtendFramework', 'PublishFramework'],
  events: ['FrameworkDrafted', 'FrameworkExtended', 'FrameworkPublished', 'FrameworkSuperseded'],
  initial: unknownFramework,
  streamOf: ({ framework }) => streams.framework(framework),
  decide: decideFramework,
  evolve: evolveFramework,
};
