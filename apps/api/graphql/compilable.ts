import { BREAK, Kind, OperationTypeNode, visit } from 'graphql';
import type {
  ArgumentNode,
  DirectiveNode,
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';

/** Compiling takes time by the selections, those of a fragment counted wherever it is spread. */
const MOST_SELECTIONS = 2_000;

/**
 * Whether the compiler executes an operation as graphql-js does. What it is known to do otherwise:
 *
 * - `@skip` and `@include`: conditions of one place in a document reach the others that share its
 *   nodes, by a fragment or a merged field;
 * - variables inside lists and input objects: one without a value becomes null, and none is
 *   validated where it stands;
 * - names that begin with two underscores: they become properties of plain objects;
 * - mutations and introspection: there is nothing to gain, so nothing is risked.
 *
 * Variables are another matter: they are coerced by graphql-js before compiled code sees them.
 */
export function isCompilable(document: DocumentNode, operation: OperationDefinitionNode): boolean {
  const { operation: kind, selectionSet, variableDefinitions = [] } = operation;
  if (kind !== OperationTypeNode.QUERY || hasDirectives(operation)) return false;
  const areVariablesPlain = variableDefinitions.every(
    (definition) => isPlain(definition.variable.name.value) && !hasDirectives(definition),
  );
  return areVariablesPlain && new Look(document).isPlain(selectionSet);
}

/** Goes over all selections that an operation reaches. */
class Look {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private selections = 0;

  constructor({ definitions }: DocumentNode) {
    const fragments = definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  isPlain({ selections }: SelectionSetNode): boolean {
    this.selections += selections.length;
    if (this.selections > MOST_SELECTIONS) return false;
    return selections.every((selection) => !hasDirectives(selection) && this.isPlainOne(selection));
  }

  private isPlainOne(selection: SelectionNode): boolean {
    switch (selection.kind) {
      case Kind.FIELD:
        return isPlainField(selection) && this.isPlainPart(selection);
      case Kind.INLINE_FRAGMENT:
        return this.isPlain(selection.selectionSet);
      case Kind.FRAGMENT_SPREAD:
        return this.isPlainPart(this.fragments.get(selection.name.value));
    }
  }

  private isPlainPart(node: FieldNode | FragmentDefinitionNode | undefined): boolean {
    if (node === undefined || hasDirectives(node)) return false;
    return node.selectionSet === undefined || this.isPlain(node.selectionSet);
  }
}

function isPlainField({ name, alias, arguments: args = [] }: FieldNode): boolean {
  const isKnown = isPlain(name.value) || name.value === '__typename';
  return isKnown && (alias === undefined || isPlain(alias.value)) && args.every(isPlainArgument);
}

/** A variable as a whole, or values that are all written out. */
function isPlainArgument({ value }: ArgumentNode): boolean {
  if (value.kind === Kind.VARIABLE) return true;
  let isWrittenOut = true;
  const notWrittenOut = () => {
    isWrittenOut = false;
    return BREAK;
  };
  visit(value, {
    Variable: notWrittenOut,
    ObjectField: ({ name }) => (isPlain(name.value) ? undefined : notWrittenOut()),
  });
  return isWrittenOut;
}

function isPlain(name: string): boolean {
  return !name.startsWith('__');
}

function hasDirectives({ directives = [] }: { readonly directives?: readonly DirectiveNode[] }) {
  return directives.length > 0;
}
