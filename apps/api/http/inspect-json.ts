interface Place {
  readonly value: unknown;
  readonly path: string;
  readonly depth: number;
}

/** How much a body may hold before anything is made of it. */
export interface JsonLimits {
  readonly jsonDepth: number;
  readonly listLength: number;
  readonly errors: number;
}

export type Inspected =
  | { readonly kind: 'too deep' }
  | { readonly kind: 'list too long'; readonly path: string }
  /** Where texts are not well-formed Unicode, as many of the places as are told. */
  | { readonly kind: 'within limits'; readonly malformed: readonly string[] };

/**
 * Looks at a JSON value before anything is made of it; keys are texts too. It goes as deep as the value does without
 * calling itself, so that no body can exhaust the stack.
 */
export function inspectJson(root: unknown, limits: JsonLimits): Inspected {
  const malformed: string[] = [];
  const tell = (path: string) => {
    if (malformed.length < limits.errors) malformed.push(path);
  };
  const places: Place[] = [{ value: root, path: '', depth: 0 }];
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    const { value, path, depth } = place;
    if (depth > limits.jsonDepth) return { kind: 'too deep' };
    if (Array.isArray(value) && value.length > limits.listLength) {
      return { kind: 'list too long', path };
    }
    if (typeof value === 'string') {
      if (!value.isWellFormed()) tell(path);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) {
        const name = Array.isArray(value) ? `${path}[${key}]` : joined(path, key.toWellFormed());
        if (!key.isWellFormed()) tell(name);
        if (isToBeSeen(part)) places.push({ value: part, path: name, depth: depth + 1 });
      }
    }
  }
  return { kind: 'within limits', malformed };
}

function isToBeSeen(value: unknown): boolean {
  return typeof value === 'string' || (typeof value === 'object' && value !== null);
}

function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
