/** The part as it is, but for some of its members: a real one with one thing gone wrong. */
export function overriding<Part extends object>(part: Part, others: Partial<Part>): Part {
  return new Proxy(part, {
    get: (target, property): unknown => {
      if (Object.hasOwn(others, property)) return Reflect.get(others, property);
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
