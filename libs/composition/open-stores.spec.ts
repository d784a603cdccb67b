import { openReadModels } from './open-stores';

describe('the address of the read models', () => {
  it('is refused when it names a store of another kind, saying what there is', () => {
    expect(() => openReadModels({ readModelsUrl: 'postgres://localhost/views' })).toThrow(
      'READ_MODELS_URL: stores of the kind postgres: are not known; use sqlite:PATH or mongodb://HOST/DATABASE',
    );
  });

  it('is refused without being quoted when MongoDB does not understand it: it may hold a password', () => {
    const open = () =>
      openReadModels({ readModelsUrl: 'mongodb://views:secret@a:1:2/views?w=what&j=maybe' });

    expect(open).toThrow('READ_MODELS_URL: is not an address that MongoDB understands');
    expect(open).not.toThrow(/secret/);
  });
});
