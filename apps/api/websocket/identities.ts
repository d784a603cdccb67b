/** How many connections each identity has. */
export class Identities {
  private readonly connections = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** @returns how to leave again; none when there are too many already */
  enter(identity: string): (() => void) | undefined {
    const count = this.connections.get(identity) ?? 0;
    if (count >= this.most) return undefined;
    this.connections.set(identity, count + 1);
    return () => {
      const left = (this.connections.get(identity) ?? 1) - 1;
      if (left === 0) this.connections.delete(identity);
      else this.connections.set(identity, left);
    };
  }
}
