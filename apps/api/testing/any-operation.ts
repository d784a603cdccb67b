import * as fc from 'fast-check';
import {
  doTypesOverlap,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type {
  DocumentNode,
  GraphQLArgument,
  GraphQLCompositeType,
  GraphQLField,
  GraphQLInputType,
  GraphQLSchema,
} from 'graphql';

export interface AnyOperation {
  readonly text: string;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface OperationSpace {
  readonly schema: GraphQLSchema;
  /** Values of scalars, as JSON, right and wrong ones. */
  readonly scalars: Readonly<Record<string, readonly unknown[]>>;
  /** How deep fields nest. */
  readonly depth: number;
  /** How often something is conditional. */
  readonly conditions: number;
}

/** Operations that Apollo would let through to the execution, of any form that clients write. */
export function anyOperation(space: OperationSpace): fc.Arbitrary<AnyOperation> {
  return fc
    .array(fc.nat(9_999), { minLength: 50, maxLength: 400, size: 'max' })
    .map((tape) => new Writer(space, drawFrom(tape)).operation())
    .filter(({ document }) => validate(space.schema, document, RULES).length === 0);
}

/** Decisions that shrink, one after the other, from the beginning again when there are no more. */
function drawFrom(tape: readonly number[]): (upTo: number) => number {
  let at = -1;
  return (upTo) => {
    at += 1;
    return (tape[at % tape.length] ?? 0) % (upTo + 1);
  };
}

// Fragments and variables that an operation does not use change nothing.
const RULES = specifiedRules.filter(({ name }) => !name.startsWith('NoUnused'));

interface Variable {
  readonly name: string;
  readonly type: string;
  readonly defaultText: string | undefined;
  readonly value: unknown;
}

const FRAGMENTS = ['F0', 'F1', 'F2'];

/** Writes one operation after the other, as the draws decide. */
class Writer {
  private readonly variables: Variable[] = [];
  private readonly usualArguments = new Map<string, string>();
  private aliases = 0;

  constructor(
    private readonly space: OperationSpace,
    /** A number from 0 to this one. */
    private readonly draw: (upTo: number) => number,
  ) {}

  operation(): AnyOperation {
    const { schema, depth } = this.space;
    const query = schema.getQueryType();
    if (!query) throw new TypeError('There is nothing to query');
    const types = FRAGMENTS.map(() => this.pick(this.reachable(query)));
    const fragments = types.map(
      (type, at) =>
        `fragment F${at} on ${type.name} ${this.selections(type, Math.max(1, depth - 2), types, at + 1)}`,
    );
    const names = this.pick([[''], ['A'], ['A', 'B'], ['A', 'B']]);
    const bodies = names.map(() => this.selections(query, depth, types, 0));
    const head = this.variables.map(declared).join(', ');
    const operations = bodies.map(
      (body, at) => `query ${names[at] ?? ''} ${head === '' ? '' : `(${head})`} ${body}`,
    );
    const text = [...operations, ...fragments].join('\n');
    return {
      text,
      document: parse(text),
      operationName: this.pick([undefined, names[0], names.at(-1), names[0], '', 'Z']),
      variables: Object.fromEntries(
        this.variables
          .filter(({ value }) => value !== undefined)
          .map(({ name, value }) => [name, value]),
      ),
    };
  }

  /** Types that fields lead to, the nearest first, so that fragments are often spread. */
  private reachable(root: GraphQLCompositeType): GraphQLCompositeType[] {
    const found = new Set<GraphQLCompositeType>([root]);
    for (const type of found) {
      if (found.size > 12) break;
      for (const field of fieldsOf(type)) {
        const next = getNamedType(field.type);
        if (isCompositeType(next)) found.add(next);
      }
      for (const next of this.narrower(type)) found.add(next);
    }
    return [...found];
  }

  private narrower(type: GraphQLCompositeType): readonly GraphQLCompositeType[] {
    return isAbstractType(type) ? this.space.schema.getPossibleTypes(type) : [];
  }

  private selections(
    type: GraphQLCompositeType,
    depth: number,
    fragments: readonly GraphQLCompositeType[],
    from: number,
  ): string {
    const parts = ['__typename'];
    for (let more = 1 + this.draw(3); more > 0; more -= 1) {
      const kind = this.draw(9);
      if (kind < 5) parts.push(this.field(type, depth, fragments, from));
      else if (kind < 7) parts.push(this.inlineFragment(type, depth, fragments, from));
      else parts.push(this.spread(type, fragments, from));
    }
    // Now and then without the name of the type, which makes every selection something.
    if (parts.some((part, at) => at > 0 && part !== '') && this.draw(2) > 0) parts.shift();
    return `{ ${parts.join(' ')} }`;
  }

  private spread(
    type: GraphQLCompositeType,
    fragments: readonly GraphQLCompositeType[],
    from: number,
  ): string {
    const names = fragments.flatMap((on, at) =>
      at >= from && doTypesOverlap(this.space.schema, on, type) ? [`F${at}`] : [],
    );
    return names.length === 0 ? '' : `...${this.pick(names)} ${this.condition()}`;
  }

  private inlineFragment(
    type: GraphQLCompositeType,
    depth: number,
    fragments: readonly GraphQLCompositeType[],
    from: number,
  ): string {
    if (depth <= 0) return '';
    const on = this.pick([undefined, type, ...this.narrower(type)]);
    const body = this.selections(on ?? type, depth - 1, fragments, from);
    return `... ${on === undefined ? '' : `on ${on.name}`} ${this.condition()} ${body}`;
  }

  private field(
    type: GraphQLCompositeType,
    depth: number,
    fragments: readonly GraphQLCompositeType[],
    from: number,
  ): string {
    const fields = fieldsOf(type).filter(
      (each) => depth > 0 || isLeafType(getNamedType(each.type)),
    );
    if (fields.length === 0) return '__typename';
    const field = this.pick(fields);
    const target = getNamedType(field.type);
    const body = isCompositeType(target) ? this.selections(target, depth - 1, fragments, from) : '';
    // Fields of one name in one place must have the same arguments.
    const isUsual = this.draw(1) === 0;
    const usual = `${type.name}.${field.name}`;
    const args = isUsual
      ? (this.usualArguments.get(usual) ?? this.arguments(field.args))
      : this.arguments(field.args);
    if (isUsual) this.usualArguments.set(usual, args);
    const alias = isUsual ? '' : `${this.alias()}: `;
    return `${alias}${field.name}${args} ${this.condition()} ${body}`;
  }

  private alias(): string {
    this.aliases += 1;
    return this.pick([`a${this.aliases}`, `a_${this.aliases}`, `constructor${this.aliases}`]);
  }

  private condition(): string {
    if (this.draw(99) >= this.space.conditions) return '';
    const directive = () => `@${this.pick(['skip', 'include'])}(if: ${this.conditionValue()})`;
    const first = directive();
    if (this.draw(5) > 0) return first;
    const second = directive();
    return first.slice(0, 3) === second.slice(0, 3) ? first : `${first} ${second}`;
  }

  private conditionValue(): string {
    if (this.draw(2) === 0) return this.pick(['true', 'false']);
    return this.draw(1) === 0
      ? this.variable('Boolean!', undefined, this.pick([true, false]))
      : this.variable(
          'Boolean',
          this.pick(['true', 'false']),
          this.pick([true, false, undefined, null]),
        );
  }

  private arguments(args: readonly GraphQLArgument[]): string {
    const given = args
      .filter(
        (arg) => (isNonNullType(arg.type) && arg.defaultValue === undefined) || this.draw(2) === 0,
      )
      .map(
        ({ name, type, defaultValue }) =>
          `${name}: ${this.value(type, defaultValue !== undefined, 3)}`,
      );
    return given.length === 0 ? '' : `(${given.join(', ')})`;
  }

  /** A value as it is written in a document. */
  private value(type: GraphQLInputType, hasDefault: boolean, depth: number): string {
    if (this.draw(2) === 0) return this.variableOf(type, hasDefault);
    return this.literal(type, depth, true);
  }

  private literal(type: GraphQLInputType, depth: number, withVariables: boolean): string {
    if (!isNonNullType(type) && this.draw(9) === 0) return 'null';
    const nullable = getNullableType(type);
    const part = (of: GraphQLInputType, hasDefault: boolean) =>
      withVariables ? this.value(of, hasDefault, depth - 1) : this.literal(of, depth - 1, false);
    if (isListType(nullable)) {
      if (depth <= 0) return '[]';
      if (this.draw(5) === 0) return this.literal(nullable.ofType, depth - 1, false);
      const items = Array.from({ length: this.draw(2) }, () => part(nullable.ofType, false));
      return `[${items.join(', ')}]`;
    }
    if (isInputObjectType(nullable)) {
      const fields = Object.values(nullable.getFields()).filter(
        (each) =>
          (isNonNullType(each.type) && each.defaultValue === undefined) ||
          (depth > 0 && this.draw(2) === 0),
      );
      const texts = fields.map(
        (each) => `${each.name}: ${part(each.type, each.defaultValue !== undefined)}`,
      );
      return `{${texts.join(', ')}}`;
    }
    return written(this.plain(nullable), isEnumType(nullable));
  }

  /** Declared as the place needs it, or less strictly where there is a default. */
  private variableOf(type: GraphQLInputType, hasDefault: boolean): string {
    const nullable = getNullableType(type);
    const defaultText = this.draw(1) === 0 ? this.literal(nullable, 2, false) : undefined;
    const isLoose = defaultText !== undefined && defaultText !== 'null';
    const declaredType =
      isNonNullType(type) && (isLoose || hasDefault) && this.draw(1) === 0 ? nullable : type;
    const value =
      this.draw(9) === 0 ? this.pick([null, undefined, 'wrong', 7, []]) : this.json(type, 2);
    const isDefaultAllowed = !(isNonNullType(declaredType) && defaultText === 'null');
    return this.variable(
      declaredType.toString(),
      isDefaultAllowed ? defaultText : undefined,
      value,
    );
  }

  /** A value as it is given for a variable. */
  private json(type: GraphQLInputType, depth: number): unknown {
    if (!isNonNullType(type) && this.draw(5) === 0) return this.pick([null, undefined]);
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      if (this.draw(5) === 0) return this.json(nullable.ofType, depth - 1);
      const length = depth > 0 ? this.draw(2) : 0;
      return Array.from({ length }, () => this.json(nullable.ofType, depth - 1) ?? null);
    }
    if (!isInputObjectType(nullable)) return this.plain(nullable);
    const fields = Object.values(nullable.getFields()).filter(
      (each) => isNonNullType(each.type) || (depth > 0 && this.draw(1) === 0),
    );
    return Object.fromEntries(fields.map((each) => [each.name, this.json(each.type, depth - 1)]));
  }

  private plain(type: GraphQLInputType): unknown {
    if (isEnumType(type)) return this.pick(type.getValues()).name;
    const values = this.space.scalars[getNamedType(type).name];
    if (values === undefined) throw new TypeError(`No values of ${type.toString()} are known`);
    return this.pick(values);
  }

  private variable(type: string, defaultText: string | undefined, value: unknown): string {
    const same = this.variables.filter((each) => each.type === type);
    if (same.length > 0 && this.draw(2) === 0) return `$${this.pick(same).name}`;
    const name = `v${this.variables.length}`;
    this.variables.push({ name, type, defaultText, value });
    return `$${name}`;
  }

  private pick<T>(from: readonly T[]): T {
    return from[this.draw(from.length - 1)] as T;
  }
}

function fieldsOf(type: GraphQLCompositeType): readonly GraphQLField<unknown, unknown>[] {
  return 'getFields' in type ? Object.values(type.getFields()) : [];
}

function declared({ name, type, defaultText }: Variable): string {
  return `$${name}: ${type}${defaultText === undefined ? '' : ` = ${defaultText}`}`;
}

function written(value: unknown, isEnum: boolean): string {
  return isEnum ? String(value) : JSON.stringify(value);
}
