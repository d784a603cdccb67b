import type { Aggregate } from '../shared/aggregate';
import { streams } from '../shared/streams';
import type { MemberCommand } from './member.commands';
import { decideMember } from './member.decide';
import type { MemberEvent } from './member.events';
import { evolveMember, unknownMember } from './member.state';
import type { MemberState } from './member.state';

export const memberAggregate: Aggregate<MemberCommand, MemberEvent, MemberState> = {
  category: 'member',
  commands: [
    'AdmitMember',
    'MakeMemberOfficial',
    'TransferMember',
    'ExemptMember',
    'SuspendMember',
    'ResumeMember',
    'RecordMemberLeft',
    'LinkResidence',
  ],
  events: [
    'MemberAdmitted',
    'MemberMadeOfficial',
    'MemberTransferred',
    'MemberExempted',
    'MemberSuspended',
    'MemberResumed',
    'MemberLeft',
    'ResidenceLinked',
  ],
  initial: unknownMember,
  streamOf: ({ member }) => streams.member(member),
  decide: decideMember,
  evolve: evolveMember,
};
