import * as fc from 'fast-check';
import { execute, getOperationAST } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { anyOperation } from '../testing/any-operation';
import type { AnyOperation } from '../testing/any-operation';
import { SMALL_SCALARS, smallSchema } from '../testing/small-schema';
import { isCompilable } from './compilable';
import { CompiledExecution } from './compiled-execution';

/** What graphql-js answers, and what is answered each time that the operation is asked. */
async function answersTo(schema: GraphQLSchema, operation: AnyOperation) {
  const { document, operationName, variables } = operation;
  const expected = await execute({ schema, document, operationName, variableValues: variables });
  const execution = new CompiledExecution(schema);
  const answers: string[] = [];
  for (let time = 0; time < 3; time += 1) {
    const answer = await execution.execute({ document, operationName, variables, context: {} });
    answers.push(JSON.stringify(answer));
  }
  return { answers, expected: Array(3).fill(JSON.stringify(expected)) as string[] };
}

describe('an operation of a schema with everything in it', () => {
  const schema = smallSchema();

  it.each([
    ['without conditions', 0],
    ['with conditions', 25],
  ])('%s is answered as graphql-js answers it, each time', async (_, conditions) => {
    const space = { schema, scalars: SMALL_SCALARS, depth: 3, conditions };
    let compiled = 0;
    await fc.assert(
      fc.asyncProperty(anyOperation(space), async (operation) => {
        const { document, operationName } = operation;
        const chosen = getOperationAST(document, operationName);
        if (chosen && isCompilable(document, chosen)) compiled += 1;
        const { answers, expected } = await answersTo(schema, operation);

        expect(answers).toEqual(expected);
      }),
      { numRuns: 250 },
    );

    expect(compiled).toBeGreaterThan(0);
  });
});
