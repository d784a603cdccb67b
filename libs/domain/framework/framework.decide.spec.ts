import type { CriteriaFramework, FrameworkDefinition, FrameworkExtension } from '#vocabulary';
import type { DomainEvent } from '../registry';
import type { CriteriaRules } from '../shared/context';
import type { Effective } from '../shared/event';
import { given as givenFacts, on, publishedFrame, someFramework } from '../testing';

/** Says of a definition what it is given to say; the real rules have specs of their own. */
const criteria: CriteriaRules = {
  parse: (definition) =>
    isDefinition(definition)
      ? { ok: true, framework: definition }
      : { ok: false, problems: [{ path: 'profiles', message: 'is missing' }] },
  extend: (base, extension) =>
    extension.profiles?.length === 0
      ? { ok: false, problems: [{ path: 'profiles[0]', message: 'is dropped' }] }
      : { ok: true, framework: { ...base, ...ownPartOf(extension) } },
  unfilled: (framework) =>
    framework.profiles
      .flatMap((profile) => profile.goods)
      .flatMap((good) => good.conditions)
      .filter((condition) => condition.kind === 'UNFILLED')
      .map((condition) => condition.id),
};

function ownPartOf({ id, version, title, extends: base }: FrameworkExtension) {
  return { id, version, title, extends: base };
}

const given = (...facts: readonly Effective<DomainEvent>[]) =>
  givenFacts(...facts).with({ criteria });

const label = { vi: 'Điều kiện', en: 'Condition' };
const frame = someFramework();
const version1 = { framework: 'frame', version: 1 };
const drafted = on('2023-01-01', {
  type: 'FrameworkDrafted',
  data: { ...version1, definition: frame },
});
const draftedUnfilled = on('2023-01-01', {
  type: 'FrameworkDrafted',
  data: {
    ...version1,
    definition: someFramework({
      profiles: [
        {
          appliesTo: { kinds: ['SUBORDINATE_CELL'], types: ['*'] },
          goods: [{ code: 'LOCAL', label, conditions: [{ id: 'six', kind: 'UNFILLED', label }] }],
        },
      ],
    }),
  },
});
const extension: FrameworkExtension = {
  id: 'local',
  version: 1,
  title: { vi: 'Khung địa phương', en: 'Local framework' },
  extends: { id: 'frame', version: 1 },
};
const local1 = { framework: 'local', version: 1 };

describe('Drafting a framework', () => {
  const draft = { type: 'DraftFramework', ...version1, definition: frame } as const;

  it('keeps a valid definition', () => {
    given()
      .when(draft)
      .then({ type: 'FrameworkDrafted', data: { ...version1, definition: frame } });
  });

  it('may be done again until the version is published', () => {
    const better = someFramework({ validTo: '2026-12-31' });
    given(drafted)
      .when({ ...draft, definition: better })
      .then({ type: 'FrameworkDrafted', data: { ...version1, definition: better } });
    given(...publishedFrame())
      .when({ ...draft, definition: better })
      .thenRefused('FRAMEWORK_VERSION_PUBLISHED');
  });

  it('is refused with the path of what is wrong', () => {
    given()
      .when({ ...draft, definition: { id: 'frame' } })
      .thenRefused('FRAMEWORK_INVALID', {
        field: 'definition',
        details: { problems: [{ path: 'profiles', message: 'is missing' }] },
      });
  });

  it('is refused under another id or version than the definition says', () => {
    given()
      .when({ ...draft, framework: 'other', version: 2 })
      .thenRefused('FRAMEWORK_INVALID', {
        details: {
          problems: [
            { path: 'id', message: 'is not other' },
            { path: 'version', message: 'is not 2' },
          ],
        },
      });
  });
});

describe('Extending a framework', () => {
  const extend = { type: 'ExtendFramework', ...local1, definition: extension } as const;

  it('keeps the definition as given', () => {
    given(...publishedFrame())
      .when(extend)
      .then({ type: 'FrameworkExtended', data: { ...local1, definition: extension } });
  });

  it('is what drafting a definition that names a base is, too', () => {
    given(...publishedFrame())
      .when({ ...extend, type: 'DraftFramework' })
      .then({ type: 'FrameworkExtended', data: { ...local1, definition: extension } });
  });

  it('needs a base in the definition', () => {
    given(...publishedFrame())
      .when({ ...extend, definition: someFramework({ id: 'local' }) })
      .thenRefused('FRAMEWORK_INVALID', {
        details: {
          problems: [{ path: 'extends', message: 'names the framework that is extended' }],
        },
      });
  });

  it('needs that base to be published', () => {
    given(drafted)
      .when(extend)
      .thenRefused('FRAMEWORK_BASE_NOT_PUBLISHED', {
        details: { framework: 'frame', version: 1 },
      });
  });

  it('needs it only drafted when it is unfilled, and so cannot be published itself', () => {
    given(draftedUnfilled)
      .when(extend)
      .then({ type: 'FrameworkExtended', data: { ...local1, definition: extension } });
  });

  it('never weakens its base', () => {
    given(...publishedFrame())
      .when({ ...extend, definition: { ...extension, profiles: [] } })
      .thenRefused('FRAMEWORK_WEAKENS_BASE', {
        details: { problems: [{ path: 'profiles[0]', message: 'is dropped' }] },
      });
  });
});

describe('Publishing a framework', () => {
  const publish = { type: 'PublishFramework', ...version1 } as const;

  it('publishes what was drafted last', () => {
    const better = someFramework({ validTo: '2026-12-31' });
    given(
      drafted,
      on('2023-02-01', { type: 'FrameworkDrafted', data: { ...version1, definition: better } }),
    )
      .when(publish)
      .then({ type: 'FrameworkPublished', data: { ...version1, definition: better } });
  });

  it('publishes an extension complete with its base', () => {
    const complete: CriteriaFramework = { ...frame, ...ownPartOf(extension) };
    given(
      ...publishedFrame(),
      on('2023-02-01', { type: 'FrameworkExtended', data: { ...local1, definition: extension } }),
    )
      .when({ type: 'PublishFramework', ...local1 })
      .then({ type: 'FrameworkPublished', data: { ...local1, definition: complete } });
  });

  it('supersedes the version published before', () => {
    const version2 = { framework: 'frame', version: 2 };
    const definition = someFramework({ version: 2 });
    given(
      ...publishedFrame(),
      on('2024-01-01', { type: 'FrameworkDrafted', data: { ...version2, definition } }),
    )
      .when({ type: 'PublishFramework', ...version2 })
      .then(
        { type: 'FrameworkPublished', data: { ...version2, definition } },
        { type: 'FrameworkSuperseded', data: { ...version1, by: 2 } },
      );
  });

  it('leaves a newer version standing when an older one comes after it', () => {
    given(drafted, ...publishedFrame(someFramework({ version: 2 })))
      .when(publish)
      .then(
        { type: 'FrameworkPublished', data: { ...version1, definition: frame } },
        { type: 'FrameworkSuperseded', data: { ...version1, by: 2 } },
      );
  });

  it('happens once, to what was drafted', () => {
    given().when(publish).thenRefused('NOT_RECORDED', { field: 'version' });
    given(...publishedFrame())
      .when(publish)
      .thenRefused('FRAMEWORK_VERSION_PUBLISHED');
  });

  it('is refused while local text is missing, naming the conditions', () => {
    given(draftedUnfilled)
      .when(publish)
      .thenRefused('FRAMEWORK_UNFILLED', { details: { conditions: ['six'] } });
  });
});

function isDefinition(definition: unknown): definition is FrameworkDefinition {
  return (
    typeof definition === 'object' &&
    definition !== null &&
    ('profiles' in definition || 'extends' in definition)
  );
}
