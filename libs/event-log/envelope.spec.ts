import { recorded } from '../projection-engine/testing';
import { isOurs } from './envelope';
import type { EventMetadata } from './event';

const [OWN] = recorded({
  type: 'OrganisationRenamed',
  data: { organisation: 'a', name: 'a1' },
  effectiveAt: '2024-04-01T00:00:00+07:00',
});

describe('an event', () => {
  it('is ours with what every program of ours writes beside a fact', () => {
    expect(OWN !== undefined && isOurs(OWN)).toBe(true);
  });

  it.each([
    ['nothing beside it', undefined],
    ['null', null],
    ['bytes', new Uint8Array([1, 2])],
    ['a text', 'commandId'],
    ['fields of its own', { $correlationId: 'x', user: 'somebody' }],
    ['no command', { ...OWN?.metadata, commandId: undefined }],
    ['no correlation', { ...OWN?.metadata, correlationId: 7 }],
    ['no time', { ...OWN?.metadata, effectiveAt: undefined }],
    ['an actor without a role', { ...OWN?.metadata, actor: { id: 'a', organisation: 'o' } }],
    ['no tags', { ...OWN?.metadata, tags: null }],
    ['tags of another form', { ...OWN?.metadata, tags: { organisations: [], members: [] } }],
  ])("is somebody else's with %s", (_what, metadata) => {
    // A store gives whatever was written.
    expect(isOurs({ metadata: metadata as EventMetadata })).toBe(false);
  });
});
