interface Place {
  readonly value: unknown;
  readonly path: string;
  readonly depth: number;
}

/**
 * Where texts of a JSON value are not well-formed Unicode; keys are texts too. It goes as deep as
 * the value does without calling itself, so that no body can exhaust the stack.
 */
export function inspectTexts(root: unknown, maxDepth: number): readonly string[] | 'too deep' {
  const found: string[] = [];
  const places: Place[] = [{ value: root, path: '', depth: 0 }];
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    const { value, path, depth } = place;
    if (depth > maxDepth) return 'too deep';
    if (typeof value === 'string') {
      if (!value.isWellFormed()) found.push(path);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) {
        const name = Array.isArray(value) ? `${path}[${key}]` : joined(path, key.toWellFormed());
        if (!key.isWellFormed()) found.push(name);
        if (isToBeSeen(part)) places.push({ value: part, path: name, depth: depth + 1 });
      }
    }
  }
  return found;
}

function isToBeSeen(value: unknown): boolean {
  return typeof value === 'string' || (typeof value === 'object' && value !== null);
}

function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
