import { withinAuthority } from './authority';
import type { Command, CommandDeclaration, CommandOf } from './command';
import type { DecisionContext } from './context';
import { refused } from './decision';
import type { Decision } from './decision';
import type { Effective, Fact } from './event';
import { evolveBy } from './facts';
import type { FactDeclaration, Facts } from './facts';
import type { Fields } from './field';
import { requireInOrder, requireYearBegun, withDate } from './order-of-dates';
import type { DatesOfFacts, OrderOfDates } from './order-of-dates';
import { firstRefusal } from './requirements';
import type { About } from './standing';
import type { OrganisationId } from '#vocabulary';

/**
 * One consistency boundary: how its commands are decided and what its events mean. Both functions
 * are pure; `evolve` is total, and `decide` never gives facts that `evolve` would not take.
 */
export interface Aggregate<C extends { readonly type: string }, F extends Fact<string, object>, S> {
  /** The part of the stream's name before its key: `meeting` in `meeting-{id}`. */
  readonly category: string;
  /** Where it has streams of a second kind. */
  readonly furtherCategory?: string;
  readonly commands: Readonly<Record<string, CommandDeclaration>>;
  readonly facts: Readonly<Record<string, FactDeclaration>>;
  readonly initial: S;
  /** Every fact carries its stream's key under the same names as the commands do. */
  streamOf(about: C | F['data']): string;
  decide(command: C, state: S, context: DecisionContext): Decision<F>;
  evolve(state: S, fact: Effective<F>): S;
}

/** Puts an aggregate together from what is declared of it: its facts, and its commands by name. */
export function aggregate<S, F extends Fact<string, object>>() {
  return <C extends Readonly<Record<string, Command<Fields, S, F>>>>(declared: {
    readonly category: string;
    readonly furtherCategory?: string;
    readonly initial: S;
    readonly facts: Facts<S, F>;
    readonly commands: C;
    streamOf(about: CommandOf<C> | F['data']): string;
    /** Whom a command is about; the state is that before it. */
    about(command: CommandOf<C>, state: S, context: DecisionContext): About;
    /** Where its facts are the steps of a procedure; the state then keeps their dates. */
    readonly order?: OrderOfDates<F['type']>;
    /** Facts about a year that cannot be before it begins. */
    readonly notBeforeYear?: 'ALL' | readonly F['type'][];
  }): Aggregate<CommandOf<C>, F, S> => {
    const commands: Readonly<Record<string, Command<Fields, S, F>>> = declared.commands;
    const evolve = evolveBy(declared.facts);
    const { order } = declared;
    return {
      ...declared,
      decide: (given, state, context) => {
        const { type, ...data } = given;
        const command = commands[type];
        if (command === undefined) throw new TypeError(`${declared.category} takes no ${type}`);
        const decision = withinAuthority(
          {
            authority: command.authority,
            about: () => declared.about(given, state, context),
            names: (organisations) =>
              Object.values(data).some((value) => isAmong(value, organisations)),
            decide: () => command.decide(data, state, context),
            decideOfUnknown: () => command.decide(data, declared.initial, context),
          },
          context,
        );
        return inOrder(decision, state, declared, context);
      },
      evolve: (state, fact) => {
        const next = evolve(state, fact);
        return order === undefined ? next : { ...next, dates: datesWith(order, state, fact) };
      },
    };
  };
}

function isAmong(value: unknown, organisations: readonly OrganisationId[]): boolean {
  return organisations.some((organisation) => organisation === value);
}

/** Beside what an aggregate keeps itself. */
interface Dated {
  /** By procedure. */
  readonly dates?: Readonly<Partial<Record<string, DatesOfFacts>>>;
}

/** The dates of the procedure that a fact with this data belongs to. */
function datesOf(order: Apart, state: unknown, data: object): DatesOfFacts {
  return (state as Dated).dates?.[procedureOf(order, data)] ?? {};
}

function datesWith<F extends Fact<string, object>>(
  order: OrderOfDates<F['type']>,
  state: unknown,
  { type, data, effectiveAt }: Effective<F>,
): Dated['dates'] {
  return {
    ...(state as Dated).dates,
    [procedureOf(order, data)]: withDate(order, datesOf(order, state, data), type, effectiveAt),
  };
}

type Apart = Pick<OrderOfDates<string>, 'apart'>;

function procedureOf({ apart }: Apart, data: object): string {
  const value = apart === undefined ? '' : (data as Readonly<Record<string, unknown>>)[apart];
  return typeof value === 'string' ? value : '';
}

interface Ordered<F extends Fact<string, object>> {
  readonly order?: OrderOfDates<F['type']>;
  readonly notBeforeYear?: 'ALL' | readonly F['type'][];
}

/** What was decided, unless a fact of it would come before one that it has to follow. */
function inOrder<F extends Fact<string, object>>(
  decision: Decision<F>,
  state: unknown,
  { order, notBeforeYear = [] }: Ordered<F>,
  context: DecisionContext,
): Decision<F> {
  if (decision.kind === 'refused') return decision;
  const obstacles = decision.facts.map((fact) => {
    const effectiveAt = fact.effectiveAt ?? context.effectiveAt;
    const type: F['type'] = fact.type;
    const { year } = fact.data as { readonly year?: number };
    return firstRefusal(
      order && requireInOrder(order, datesOf(order, state, fact.data), type, effectiveAt),
      year !== undefined && (notBeforeYear === 'ALL' || notBeforeYear.includes(type))
        ? requireYearBegun(type, year, effectiveAt)
        : undefined,
    );
  });
  const obstacle = firstRefusal(...obstacles);
  return obstacle === undefined ? decision : refused(obstacle);
}
