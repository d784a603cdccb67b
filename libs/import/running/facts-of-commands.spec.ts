import { TABLE_IMPORTS } from '../tables';
import { FACTS_OF_COMMANDS } from './facts-of-commands';

describe('The facts of commands', () => {
  it('are known of every command that a table gives', () => {
    const given = Object.values(TABLE_IMPORTS).flatMap(({ gives }) => gives);
    expect(given.filter((type) => FACTS_OF_COMMANDS[type] === undefined)).toEqual([]);
  });
});
