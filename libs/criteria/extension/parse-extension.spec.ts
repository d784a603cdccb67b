import { framework } from '../testing/given-facts.features';
import { extendedBase } from './extended-base';
import { extension } from '../testing/given-extension.features';
import { parseDefinition } from './parse-extension';

describe('A definition', () => {
  it('with a base is an extension, which need not be complete', () => {
    expect(parseDefinition(extension({}))).toEqual({ ok: true, framework: extension({}) });
  });

  it('without a base must be complete', () => {
    const { extends: _none, ...incomplete } = Object(extension({}));

    expect(parseDefinition(framework())).toEqual({ ok: true, framework: framework() });
    expect(parseDefinition(incomplete)).toMatchObject({ ok: false });
  });

  it('with a base that is wrongly named is an extension all the same', () => {
    expect(parseDefinition(extension({ extends: 'base' }))).toMatchObject({
      problems: [{ path: 'extends', code: 'WRONG_TYPE' }],
    });
  });
});

describe('The base of a definition', () => {
  it('is what it says to extend', () => {
    expect(extendedBase(extension({}))).toEqual({ id: 'base', version: 1 });
  });

  it.each([undefined, {}, { extends: 'base' }, { extends: { id: 'base' } }])(
    'is nothing for %j',
    (definition) => {
      expect(extendedBase(definition)).toBeUndefined();
    },
  );
});
