import { GraphQLInt, GraphQLList, GraphQLObjectType, GraphQLSchema, parse } from 'graphql';
import { CompiledExecution } from './compiled-execution';
import { inTurns } from './in-turns';
import { OperationTime } from './operation-time';

describe('the time of an operation', () => {
  it('ends what takes too long, and nothing more of it is begun', async () => {
    let began = 0;
    let goOn = () => {};
    const slow = new Promise<object[]>((resolve) => {
      goOn = () => resolve([{}, {}, {}]);
    });
    const part: GraphQLObjectType = new GraphQLObjectType({
      name: 'Part',
      fields: () => ({
        next: {
          type: part,
          resolve: (_source, _args, _context, _info) => {
            began += 1;
            return {};
          },
        },
        size: { type: GraphQLInt, resolve: () => 1 },
      }),
    });
    const query = new GraphQLObjectType({
      name: 'Query',
      fields: {
        parts: {
          type: new GraphQLList(part),
          resolve: (_source, _args, _context, _info) => slow,
        },
      },
    });
    const execution = new CompiledExecution(inTurns(new GraphQLSchema({ query })));
    const time = new OperationTime(1);
    const executing = execution.execute({
      document: parse('{ parts { size next { next { size } } } }'),
      operationName: undefined,
      variables: {},
      context: { time },
    });

    await expect(time.bound(() => executing)).rejects.toThrow('longer than 0.001 s');
    goOn();
    await executing;
    expect(began).toBe(0);
  });

  it('is no matter for what is in time', async () => {
    const time = new OperationTime(60_000);

    expect(await time.bound(() => Promise.resolve(1))).toBe(1);
    expect(() => time.requireLeft()).not.toThrow();
  });
});
