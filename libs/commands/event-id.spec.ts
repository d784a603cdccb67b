import fc from 'fast-check';
import { v5 as uuidv5 } from 'uuid';
import { digestOf } from './digest';
import { eventIdOf } from './event-id';

describe('The id of an event', () => {
  it('is the UUID of version 5 of the command and the place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (command, index) => {
        expect(eventIdOf(command, index)).toBe(
          uuidv5(`${command}/${index}`, '5b6f2a0e-6a34-5a0c-9f6b-1d1d5d5f0f44'),
        );
      }),
    );
  });
});

describe('The digest of a content', () => {
  it('is the same for the same content and another for another', () => {
    expect(digestOf('["a",1]')).toBe(digestOf('["a",1]'));
    expect(digestOf('["a",1]')).not.toBe(digestOf('["a",2]'));
    expect(digestOf('["a",1]')).toHaveLength(22);
  });
});
