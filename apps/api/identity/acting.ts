import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Actor } from '#vocabulary';
import type { RequestContext } from '../graphql/request-context';

/** The actor of the request, as a parameter of a resolver. */
export const Acting = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  return GqlExecutionContext.create(context).getContext<RequestContext>().actor;
});
