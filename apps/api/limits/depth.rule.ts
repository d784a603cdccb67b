import { GraphQLError, Kind } from 'graphql';
import type { SelectionSetNode, ValidationContext, ValidationRule } from 'graphql';
import { limitExceeded } from '../errors';
import { LIMITS } from './limits';

const INTROSPECTION = new Set(['__schema', '__type']);

/** Refuses documents that nest deeper than any reader needs. */
export const depthRule: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    const depth = new Depths(context).depthOf(operation.selectionSet);
    if (depth <= LIMITS.depth) return;
    const message = `The operation nests ${depth} fields deep; at most ${LIMITS.depth} are allowed.`;
    context.reportError(
      new GraphQLError(message, {
        nodes: operation,
        originalError: limitExceeded(message, LIMITS.depth),
      }),
    );
  },
});

/** Each fragment is measured once, however often it is spread. */
class Depths {
  private readonly fragments = new Map<string, number>();

  constructor(private readonly context: ValidationContext) {}

  depthOf({ selections }: SelectionSetNode): number {
    let deepest = 0;
    for (const selection of selections) {
      deepest = Math.max(deepest, this.depthOfSelection(selection));
    }
    return deepest;
  }

  private depthOfSelection(selection: SelectionSetNode['selections'][number]): number {
    switch (selection.kind) {
      case Kind.FIELD:
        if (INTROSPECTION.has(selection.name.value)) return 1;
        return (
          1 + (selection.selectionSet === undefined ? 0 : this.depthOf(selection.selectionSet))
        );
      case Kind.INLINE_FRAGMENT:
        return this.depthOf(selection.selectionSet);
      case Kind.FRAGMENT_SPREAD:
        return this.depthOfFragment(selection.name.value);
    }
  }

  private depthOfFragment(name: string): number {
    const known = this.fragments.get(name);
    if (known !== undefined) return known;
    // A fragment that spreads itself is another rule's to refuse; here it must only end.
    this.fragments.set(name, 0);
    const fragment = this.context.getFragment(name);
    const depth = fragment ? this.depthOf(fragment.selectionSet) : 0;
    this.fragments.set(name, depth);
    return depth;
  }
}
