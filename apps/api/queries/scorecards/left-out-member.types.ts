import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Shown } from '../../access';
import { enumOf } from '../../graphql/enum-of';
import { connectionOf } from '../shared';

const LeftOutReasonEnum = enumOf('LeftOutReason', 'Why a member is not in the denominator.', {
  EXEMPTED: 'Exempted from work and meetings.',
  SUSPENDED: 'Suspended from meetings.',
});

@Shown<LeftOutMemberType>('MEMBERS', ({ organisationId }) => [organisationId])
@ObjectType('LeftOutMember', {
  description: 'A member who does not count in the denominator (R-24).',
})
export class LeftOutMemberType {
  /** The resolver makes it an organisation. */
  readonly organisationId!: string;

  @Field(() => ID, { description: 'The pseudonymous id of the member.' })
  readonly member!: string;

  @Field(() => LeftOutReasonEnum, { description: 'The reason why the member does not count.' })
  readonly reason!: keyof typeof LeftOutReasonEnum;

  @Field(() => ID, { description: 'The id of the event behind the reason.' })
  readonly event!: string;
}

@ObjectType({ description: 'A page of members who do not count in a denominator.' })
export class LeftOutMemberConnection extends connectionOf('LeftOutMember', LeftOutMemberType) {}
