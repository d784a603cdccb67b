import type {
  Actor,
  CriteriaFramework,
  FrameworkDefinition,
  FrameworkExtension,
  FrameworkId,
  OrganisationId,
} from '#vocabulary';
import { aggregate } from '../shared/aggregate';
import { commandsOn } from '../shared/command';
import type { DecisionContext, FrameworkProblem } from '../shared/context';
import { decided, refused } from '../shared/decision';
import type { Decision } from '../shared/decision';
import type { Decided } from '../shared/event';
import { bodyBehind } from '../shared/handlers';
import { field } from '../shared/field';
import type { DataOf } from '../shared/field';
import { refusal } from '../shared/refusal';
import type { Refusal } from '../shared/refusal';
import { SUPERIORS } from '../shared/roles';
import { AT_OR_ABOVE } from '../shared/standing';
import { streams } from '../shared/streams';
import {
  currentVersion,
  frameworkFacts,
  frameworkVersion,
  publishedFramework,
} from './framework.state';
import type { FrameworkEvent, FrameworkState } from './framework.state';

const command = commandsOn<FrameworkState, FrameworkEvent>();
const ofVersion = { framework: field.framework, version: field.ordinal };
/** As it came in: nothing of it is trusted before the criteria's validation. */
const definitionFields = { ...ofVersion, definition: field.json };

export const frameworkAggregate = aggregate<FrameworkState, FrameworkEvent>()({
  category: 'framework',
  initial: { status: 'UNKNOWN' },
  streamOf: ({ framework }) => streams.framework(framework),
  about: (_, state, { actor }) => ({ organisations: ownersOf(state, actor) }),
  facts: frameworkFacts,
  commands: {
    DraftFramework: command({
      fields: definitionFields,
      authority: { roles: SUPERIORS, standing: AT_OR_ABOVE },
      decide: (data, state, context) => draft(data, false, state, context),
    }),
    ExtendFramework: command({
      fields: definitionFields,
      authority: { roles: SUPERIORS, standing: AT_OR_ABOVE },
      decide: (data, state, context) => draft(data, true, state, context),
    }),
    PublishFramework: command({
      fields: ofVersion,
      authority: { roles: SUPERIORS, standing: AT_OR_ABOVE },
      decide: publish,
    }),
  },
});

/** A new one belongs to the body that drafts it; what an operator drafted for nobody is for operators to change. */
function ownersOf(state: FrameworkState, { organisation }: Actor): readonly OrganisationId[] {
  if (state.status === 'UNKNOWN') return [organisation];
  return state.draftedFor === undefined ? [] : [state.draftedFor];
}

type Resolved =
  | { readonly ok: true; readonly framework: CriteriaFramework }
  | { readonly ok: false; readonly refusal: Refusal };

/** A definition that names a base is an extension, whichever way it comes in. */
function draft(
  data: DataOf<typeof definitionFields>,
  extension: boolean,
  state: FrameworkState,
  context: DecisionContext,
): Decision<FrameworkEvent> {
  const { framework, version } = data;
  const drafted = frameworkVersion(state, version);
  if (drafted !== undefined && drafted.status !== 'DRAFT') {
    return refused(
      refusal('FRAMEWORK_VERSION_PUBLISHED', { field: 'version', subject: ['framework', data] }),
    );
  }
  const parsed = context.criteria.parse(data.definition);
  if (!parsed.ok) return refused(invalid(data, parsed.problems));
  const definition = parsed.framework;
  const problems = identityProblems(data, definition, extension);
  if (problems.length > 0) return refused(invalid(data, problems));
  const resolved = resolve(definition, context);
  if (!resolved.ok) return refused(resolved.refusal);
  const body = bodyBehind(context);
  const about = { framework, version, ...(body === undefined ? {} : { draftedFor: body }) };
  return decided<FrameworkEvent>(
    isExtension(definition)
      ? { type: 'FrameworkExtended', data: { ...about, definition } }
      : { type: 'FrameworkDrafted', data: { ...about, definition } },
  );
}

function publish(
  data: DataOf<typeof ofVersion>,
  state: FrameworkState,
  context: DecisionContext,
): Decision<FrameworkEvent> {
  const { framework, version } = data;
  const draft = frameworkVersion(state, version);
  if (draft === undefined) {
    return refused(refusal('NOT_RECORDED', { field: 'version', subject: ['framework', data] }));
  }
  if (draft.status !== 'DRAFT') {
    return refused(
      refusal('FRAMEWORK_VERSION_PUBLISHED', { field: 'version', subject: ['framework', data] }),
    );
  }
  const resolved = resolve(draft.definition, context);
  if (!resolved.ok) return refused(resolved.refusal);
  const definition = resolved.framework;
  const conditions = context.criteria.unfilled(definition);
  if (conditions.length > 0) {
    return refused(
      refusal('FRAMEWORK_UNFILLED', {
        field: 'version',
        subject: ['framework', data],
        conditions,
      }),
    );
  }
  return decided<FrameworkEvent>(
    { type: 'FrameworkPublished', data: { framework, version, definition } },
    ...superseding(framework, version, state),
  );
}

/** The higher version stands; an older one published after it is superseded from the start. */
function superseding(
  framework: string,
  version: number,
  state: FrameworkState,
): readonly Decided<FrameworkEvent>[] {
  const current = currentVersion(state)?.version;
  if (current === undefined) return [];
  const older = Math.min(current, version);
  const by = Math.max(current, version);
  return [{ type: 'FrameworkSuperseded', data: { framework, version: older, by } }];
}

/** The complete framework: an extension on top of its base, any other as it is. */
function resolve(definition: FrameworkDefinition, context: DecisionContext): Resolved {
  if (!isExtension(definition)) return { ok: true, framework: definition };
  const { id, version } = definition.extends;
  const base = extendable(context.framework(id), version, context);
  if (base === undefined) {
    const about = { field: 'definition', framework: id, version };
    return { ok: false, refusal: refusal('FRAMEWORK_BASE_NOT_PUBLISHED', about) };
  }
  const extended = context.criteria.extend(base, definition);
  if (extended.ok) return extended;
  return {
    ok: false,
    refusal: refusal('FRAMEWORK_WEAKENS_BASE', {
      field: 'definition',
      subject: ['framework', { framework: definition.id, version: definition.version }],
      base: id,
      details: { problems: extended.problems },
    }),
  };
}

/**
 * What was published, or a draft with conditions still unfilled: it cannot be published itself, and
 * an extension is how a place gives it its local text.
 */
function extendable(
  state: FrameworkState | undefined,
  version: number,
  context: DecisionContext,
): CriteriaFramework | undefined {
  const drafted = frameworkVersion(state, version);
  if (drafted?.status !== 'DRAFT') return publishedFramework(state, version);
  const { definition } = drafted;
  const waits = !isExtension(definition) && context.criteria.unfilled(definition).length > 0;
  return waits ? definition : undefined;
}

/** A resolved extension keeps naming its base, but is complete: only what is drafted is asked. */
function isExtension(definition: FrameworkDefinition): definition is FrameworkExtension {
  return definition.extends !== undefined;
}

function identityProblems(
  data: { readonly framework: FrameworkId; readonly version: number },
  definition: FrameworkDefinition,
  extension: boolean,
): readonly FrameworkProblem[] {
  const problems: FrameworkProblem[] = [];
  if (definition.id !== data.framework) {
    problems.push({ path: 'id', message: `is not ${data.framework}` });
  }
  if (definition.version !== data.version) {
    problems.push({ path: 'version', message: `is not ${data.version}` });
  }
  if (extension && definition.extends === undefined) {
    problems.push({ path: 'extends', message: 'names the framework that is extended' });
  }
  return problems;
}

function invalid(
  { framework, version }: DataOf<typeof ofVersion>,
  problems: readonly FrameworkProblem[],
): Refusal {
  const about = { field: 'definition', framework, version, details: { problems } };
  return refusal('FRAMEWORK_INVALID', about);
}
