/** What a command carries besides its type: most facts say the same. */
export function dataOf<C extends { readonly type: string }>(command: C): Omit<C, 'type'> {
  const { type: _, ...data } = command;
  return data;
}
