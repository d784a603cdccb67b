import { isRole, PROCESS_ROLE } from '#vocabulary';
import type { EventId, Instant, WebhookId } from '#vocabulary';
import { RECOGNITION_EVENTS } from '../assessment/recognition-events';
import { aggregate } from '../shared/aggregate';
import { commandsAfter, commandsOn } from '../shared/command';
import type { Authority } from '../shared/command';
import type { DecisionContext } from '../shared/context';
import { refused } from '../shared/decision';
import { requireDistinct } from '../shared/distinct';
import type { Fact } from '../shared/event';
import { isKnown, onceKnown, unchanged } from '../shared/facts';
import type { Facts } from '../shared/facts';
import { field } from '../shared/field';
import { refusal } from '../shared/refusal';
import {
  decidedUnless,
  firstRefusal,
  requireOrganisation,
  requireThat,
} from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import { FOLLOWERS } from '../shared/roles';
import { AT_OR_ABOVE, behindCommand } from '../shared/standing';
import { streams } from '../shared/streams';
import type {
  KnownWebhook,
  WEBHOOK_DISABLINGS,
  WEBHOOK_ENDS,
  WebhookKey,
  WebhookOwner,
  WebhookStart,
  WebhookState,
  WebhookTerms,
} from './webhook.state';

export type WebhookEvent =
  | Fact<'WebhookRegistered', WebhookKey & WebhookOwner & WebhookTerms & WebhookStart>
  | Fact<'WebhookChanged', WebhookKey & WebhookTerms>
  | Fact<
      'WebhookSecretRotated',
      WebhookKey & {
        /** From 2: the first secret came with the registration. */
        readonly generation: number;
        readonly previousUntil: Instant;
      }
    >
  | Fact<'WebhookDisabled', WebhookKey & { readonly cause: (typeof WEBHOOK_DISABLINGS)[number] }>
  | Fact<'WebhookResumed', WebhookKey & WebhookStart>
  | Fact<'RedeliveryAsked', WebhookKey & { readonly event: EventId }>
  | Fact<'WebhookEnded', WebhookKey & { readonly cause: (typeof WEBHOOK_ENDS)[number] }>;

/** What is recorded of webhooks: they belong to who may give them (access.md, section 2). */
export const WEBHOOK_EVENTS = [
  'WebhookRegistered',
  'WebhookChanged',
  'WebhookSecretRotated',
  'WebhookDisabled',
  'WebhookResumed',
  'RedeliveryAsked',
  'WebhookEnded',
] as const satisfies WebhookEvent['type'][];

/** What was sent was sent: none of it is taken back as if it had not been. */
const OWN_PROCEDURE = { groundOf: 'OWN_PROCEDURE' } as const;

const facts: Facts<WebhookState, WebhookEvent> = {
  WebhookRegistered: {
    ...OWN_PROCEDURE,
    evolve: (state, { data }) => {
      if (isKnown(state)) return state;
      const { owner, role, organisation } = data;
      return { ...termsOf(data), owner, role, organisation, status: 'ACTIVE', generation: 1 };
    },
  },
  WebhookChanged: {
    ...OWN_PROCEDURE,
    evolve: onceKnown((state, { data }) => {
      const { under: _, ...others } = state;
      return { ...others, ...termsOf(data) };
    }),
  },
  WebhookSecretRotated: {
    ...OWN_PROCEDURE,
    evolve: onceKnown((state, { data: { generation, previousUntil } }) => ({
      ...state,
      generation,
      previousUntil,
    })),
  },
  WebhookDisabled: { ...OWN_PROCEDURE, evolve: unlessEnded('DISABLED') },
  WebhookResumed: { ...OWN_PROCEDURE, evolve: unlessEnded('ACTIVE') },
  RedeliveryAsked: { ...OWN_PROCEDURE, evolve: unchanged },
  WebhookEnded: {
    ...OWN_PROCEDURE,
    evolve: onceKnown((state) => ({ ...state, status: 'ENDED' as const })),
  },
};

/** Whose webhook it is, is looked at by the deciders: one of somebody else is answered as one that there is not. */
const authority: Authority = {
  roles: FOLLOWERS,
  standing: { ...AT_OR_ABOVE, words: 'for its own webhooks; an operator for all' },
};

/** A receiver checks with either secret while its owner puts the new one in place. */
const OVERLAP_MS = 24 * 60 * 60 * 1_000;

const key = { webhook: field.webhook };
const terms = {
  url: field.line(2_000),
  types: field.list(field.enum(RECOGNITION_EVENTS)),
  under: field.optional(field.organisation),
  description: field.text(),
};
const start = {
  fromBeginning: field.optional(field.boolean),
  behind: field.optional(field.nested({ event: field.event, position: field.line() })),
};

const command = commandsOn<WebhookState, WebhookEvent>();
const onOwn = commandsAfter<
  WebhookState,
  WebhookEvent,
  { readonly webhook: WebhookId },
  KnownWebhook
>((state, decide, given, context) => {
  if (!isKnown(state) || !isOwn(state, context)) {
    return refused(refusal('NOT_RECORDED', { field: 'webhook', subject: ['webhook', given] }));
  }
  return state.status === 'ENDED' ? refused(already(given, 'ENDED')) : decide(state);
});

export const webhookAggregate = aggregate<WebhookState, WebhookEvent>()({
  category: 'webhook',
  initial: { status: 'UNKNOWN' },
  streamOf: ({ webhook }) => streams.webhook(webhook),
  facts,
  about: (_given, _state, { actor }) => ({ organisations: [actor.organisation] }),
  commands: {
    RegisterWebhook: command({
      fields: { ...key, ...terms, ...start },
      authority,
      decide({ webhook, fromBeginning, behind, ...given }, state, context) {
        const { actor } = context;
        const { id: owner, role, organisation } = actor;
        if (!isRole(role)) return refused(refusalOfActor(context));
        return decidedUnless<WebhookEvent>(
          firstRefusal(
            requireThat(!isKnown(state), 'ALREADY_EXISTS', {
              field: 'webhook',
              subject: ['webhook', { webhook }],
            }),
            isOwn({ owner, role, organisation }, context) ? undefined : refusalOfActor(context),
            requireTerms(given, context),
          ),
          {
            type: 'WebhookRegistered',
            data: {
              webhook,
              owner,
              role,
              organisation,
              ...termsOf(given),
              ...startOf({ fromBeginning, behind }),
            },
          },
        );
      },
    }),
    ChangeWebhook: onOwn({
      fields: { ...key, ...terms },
      authority,
      decide({ webhook, ...given }, state, context) {
        const { organisation } = state;
        const isSame = JSON.stringify(termsOf(given)) === JSON.stringify(termsOf(state));
        return decidedUnless<WebhookEvent>(
          firstRefusal(
            requireTerms(given, context),
            requireThat(!isSame, 'ALREADY_SO', {
              subject: ['webhook', { webhook }],
              state: 'AS_GIVEN',
            }),
          ),
          { type: 'WebhookChanged', data: { webhook, organisation, ...termsOf(given) } },
        );
      },
    }),
    RotateWebhookSecret: onOwn({
      fields: key,
      authority,
      decide({ webhook }, { organisation, generation }, { now }) {
        const previousUntil = new Date(Date.parse(now) + OVERLAP_MS).toISOString();
        return decidedUnless<WebhookEvent>(undefined, {
          type: 'WebhookSecretRotated',
          data: { webhook, organisation, generation: generation + 1, previousUntil },
        });
      },
    }),
    DisableWebhook: onOwn({
      fields: key,
      authority,
      decide({ webhook }, { organisation, status }, { actor }) {
        const cause = actor.role === PROCESS_ROLE ? 'RETRIES_EXHAUSTED' : 'ASKED';
        return decidedUnless<WebhookEvent>(
          status === 'DISABLED' ? already({ webhook }, 'DISABLED') : undefined,
          { type: 'WebhookDisabled', data: { webhook, organisation, cause } },
        );
      },
    }),
    /** Goes on with what waits, or from another place: that is possible at any time. */
    ResumeWebhook: onOwn({
      fields: { ...key, ...start },
      authority,
      decide({ webhook, fromBeginning, behind }, { organisation, status }) {
        const from = startOf({ fromBeginning, behind });
        const isMoved = Object.keys(from).length > 0;
        return decidedUnless<WebhookEvent>(
          status === 'ACTIVE' && !isMoved ? already({ webhook }, 'ACTIVE') : undefined,
          { type: 'WebhookResumed', data: { webhook, organisation, ...from } },
        );
      },
    }),
    Redeliver: onOwn({
      fields: { ...key, event: field.event },
      authority,
      decide({ webhook, event }, { organisation }) {
        return decidedUnless<WebhookEvent>(undefined, {
          type: 'RedeliveryAsked',
          data: { webhook, organisation, event },
        });
      },
    }),
    EndWebhook: onOwn({
      fields: key,
      authority,
      decide({ webhook }, { organisation }, { actor }) {
        const cause = actor.role === PROCESS_ROLE ? 'GONE' : 'ASKED';
        return decidedUnless<WebhookEvent>(undefined, {
          type: 'WebhookEnded',
          data: { webhook, organisation, cause },
        });
      },
    }),
  },
});

function unlessEnded(status: 'ACTIVE' | 'DISABLED') {
  return onceKnown<WebhookState, unknown>((state) =>
    state.status === 'ENDED' ? state : { ...state, status },
  );
}

function termsOf({ url, types, under, description }: WebhookTerms): WebhookTerms {
  return { url, types, ...(under === undefined ? {} : { under }), description };
}

function startOf({
  fromBeginning,
  behind,
}: {
  readonly [Name in keyof WebhookStart]: WebhookStart[Name] | undefined;
}): WebhookStart {
  if (fromBeginning === true) return { fromBeginning };
  return behind === undefined ? {} : { behind };
}

type Behind = Pick<DecisionContext, 'actor' | 'enteredBy'>;

/** Nobody touches the webhook of somebody else by speaking for him: only an operator enters for others. */
function isOwn({ owner, organisation }: WebhookOwner, behind: Behind): boolean {
  return behindCommand(behind).every(
    (who) => who.id === owner && who.organisation === organisation,
  );
}

function refusalOfActor({ actor, enteredBy }: Behind) {
  return refusal('ACTING_FOR_BEYOND_SCOPE', {
    field: 'onBehalfOf',
    body: actor.organisation,
    role: actor.role,
    details: { actingFor: enteredBy.organisation },
  });
}

function requireTerms({ url, types, under }: WebhookTerms, context: DecisionContext): Requirement {
  const { now } = context;
  return firstRefusal(
    requireThat(isPlainAddress(url), 'VALUE_INVALID', { field: 'url', value: url }),
    requireThat(types.length > 0, 'VALUE_INVALID', { field: 'types', value: '[]' }),
    requireDistinct(types, 'types'),
    under === undefined ? undefined : requireOrganisation(under, context, 'under', now),
  );
}

/** Where requests may go is the installation's to say; credentials in it would be kept in the log for ever. */
function isPlainAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hash } = new URL(text);
  const isOfTheWeb = protocol === 'https:' || protocol === 'http:';
  return isOfTheWeb && username === '' && password === '' && hash === '';
}

function already(ids: { readonly webhook: WebhookId }, state: 'ENDED' | 'DISABLED' | 'ACTIVE') {
  return refusal('NOT_IN_THIS_STATE', {
    field: 'webhook',
    subject: ['webhook', ids],
    state: STATES[state],
  });
}

const STATES = {
  ENDED: 'WEBHOOK_ENDED',
  DISABLED: 'WEBHOOK_DISABLED',
  ACTIVE: 'WEBHOOK_ACTIVE',
} as const;
