import type { Aggregate } from '../shared/aggregate';
import { streams } from '../shared/streams';
import type { GrievanceCommand } from './grievance.commands';
import { decideGrievance } from './grievance.decide';
import type { GrievanceEvent } from './grievance.events';
import { evolveGrievance, unknownGrievance } from './grievance.state';
import type { GrievanceState } from './grievance.state';

export const grievanceAggregate: Aggregate<GrievanceCommand, GrievanceEvent, GrievanceState> = {
  category: 'grievance',
  commands: ['OpenGrievance', 'FlagGrievance', 'ResolveGrievance'],
  events: ['GrievanceOpened', 'GrievanceFlagged', 'GrievanceResolved'],
  initial: unknownGrievance,
  streamOf: ({ grievance }) => streams.grievance(grievance),
  decide: decideGrievance,
  evolve: evolveGrievance,
};
