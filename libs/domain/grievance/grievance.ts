import { GRIEVANCE_FLAGS } from '#vocabulary';
import type { GrievanceFlag, GrievanceId, OrganisationId } from '#vocabulary';
import { aggregate } from '../shared/aggregate';
import { commandsAfter, commandsOn } from '../shared/command';
import { refused } from '../shared/decision';
import type { Fact } from '../shared/event';
import { isKnown, onceKnown } from '../shared/facts';
import type { Facts, Known } from '../shared/facts';
import { field } from '../shared/field';
import { refusal } from '../shared/refusal';
import {
  decidedUnless,
  firstRefusal,
  requireOrganisation,
  requireThat,
} from '../shared/requirements';
import { INSPECTORS } from '../shared/roles';
import { AT_OR_ABOVE, SETTLING } from '../shared/standing';
import { bodyBehind } from '../shared/handlers';
import { streams } from '../shared/streams';

interface AboutGrievance {
  readonly grievance: GrievanceId;
  readonly organisation: OrganisationId;
}

export type GrievanceEvent =
  | Fact<
      'GrievanceOpened',
      AboutGrievance & {
        /** The body that opened it; none where an operator entered it for nobody. */
        readonly openedFor?: OrganisationId;
      }
    >
  | Fact<'GrievanceFlagged', AboutGrievance & { readonly flag: GrievanceFlag }>
  | Fact<'GrievanceResolved', AboutGrievance>;

type GrievanceState =
  | { readonly status: 'UNKNOWN' }
  | (AboutGrievance & {
      readonly openedFor?: OrganisationId;
      readonly status: 'OPEN' | 'RESOLVED';
      readonly flags: readonly GrievanceFlag[];
    });

const facts: Facts<GrievanceState, GrievanceEvent> = {
  GrievanceOpened: {
    groundOf: 'ALL',
    evolve: (state, { data }) => (isKnown(state) ? state : { ...data, status: 'OPEN', flags: [] }),
  },
  GrievanceFlagged: {
    groundOf: [],
    evolve: onceKnown((state, { data: { flag } }) =>
      state.flags.includes(flag) ? state : { ...state, flags: [...state.flags, flag] },
    ),
  },
  GrievanceResolved: {
    groundOf: [],
    evolve: onceKnown((state) => ({ ...state, status: 'RESOLVED' })),
  },
};

const command = commandsOn<GrievanceState, GrievanceEvent>();
const onKnown = commandsAfter<
  GrievanceState,
  GrievanceEvent,
  Pick<AboutGrievance, 'grievance'>,
  Known<GrievanceState>
>((state, decide, key) =>
  isKnown(state)
    ? decide(state)
    : refused(refusal('NOT_RECORDED', { field: 'grievance', subject: ['grievance', key] })),
);

export const grievanceAggregate = aggregate<GrievanceState, GrievanceEvent>()({
  category: 'grievance',
  initial: { status: 'UNKNOWN' },
  streamOf: ({ grievance }) => streams.grievance(grievance),
  facts,
  about: (command, state) => {
    if (!isKnown(state)) {
      return { organisations: 'organisation' in command ? [command.organisation] : [] };
    }
    const { organisation, openedFor } = state;
    return { organisations: [organisation], isOwnMatter: openedFor === organisation };
  },
  commands: {
    OpenGrievance: command({
      fields: {
        grievance: field.grievance,
        organisation: field.organisation,
        flags: field.list(field.enum(GRIEVANCE_FLAGS)),
      },
      authority: { roles: INSPECTORS, standing: AT_OR_ABOVE },
      decide({ grievance, organisation, flags }, state, context) {
        const about = { grievance, organisation };
        const body = bodyBehind(context);
        return decidedUnless<GrievanceEvent>(
          firstRefusal(
            requireThat(!isKnown(state), 'ALREADY_EXISTS', {
              field: 'grievance',
              subject: ['grievance', about],
            }),
            requireOrganisation(organisation, context),
          ),
          {
            type: 'GrievanceOpened',
            data: { ...about, ...(body === undefined ? {} : { openedFor: body }) },
          },
          ...[...new Set(flags)].map(
            (flag) => ({ type: 'GrievanceFlagged', data: { ...about, flag } }) as const,
          ),
        );
      },
    }),
    /** A grievance may turn out later to have been prolonged or joined by many: also when it is resolved. */
    FlagGrievance: onKnown({
      fields: { grievance: field.grievance, flag: field.enum(GRIEVANCE_FLAGS) },
      authority: { roles: INSPECTORS, standing: AT_OR_ABOVE },
      decide({ flag }, state) {
        const { grievance, organisation, flags } = state;
        return decidedUnless(
          requireThat(!flags.includes(flag), 'ALREADY_DONE', {
            field: 'flag',
            subject: ['grievance', state],
            state: 'FLAGGED',
          }),
          { type: 'GrievanceFlagged', data: { grievance, organisation, flag } },
        );
      },
    }),
    ResolveGrievance: onKnown({
      fields: { grievance: field.grievance },
      authority: { roles: INSPECTORS, standing: SETTLING },
      decide(_, state) {
        const { status, grievance, organisation } = state;
        const about = { subject: ['grievance', state], state: 'RESOLVED' } as const;
        return decidedUnless(requireThat(status === 'OPEN', 'ALREADY_DONE', about), {
          type: 'GrievanceResolved',
          data: { grievance, organisation },
        });
      },
    }),
  },
});
