import { applyDecorators } from '@nestjs/common';
import { Field } from '@nestjs/graphql';
import { PositionScalar } from '../../graphql/scalars';

/** The field by which every object says how current it is. */
export function ProjectedThrough() {
  return applyDecorators(
    Field(() => PositionScalar, {
      description: 'Everything recorded up to this position is counted.',
    }),
  );
}
