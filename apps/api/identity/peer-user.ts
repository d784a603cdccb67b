import { readFile } from 'node:fs/promises';
import { findPeerUser } from './socket-table';
import type { Connection } from './socket-table';

const TABLES = ['/proc/net/tcp', '/proc/net/tcp6'] as const;

export interface PeerUsersOptions {
  readonly platform?: NodeJS.Platform;
  /** The user of this process. */
  readonly user?: number | undefined;
  readonly readTable?: (path: string) => Promise<string>;
}

/**
 * Tells whose program is at the other end of a loopback connection. A proxy on this machine may pass requests on
 * without a word of it, as nginx does by default, but it runs as a user of its own. Only Linux can be asked.
 */
export class PeerUsers {
  private readonly known = new WeakMap<Connection, Promise<boolean>>();
  private readonly platform: NodeJS.Platform;
  private readonly user: number | undefined;
  private readonly readTable: (path: string) => Promise<string>;
  private reading: Promise<readonly string[]> | undefined;
  private nextReading: Promise<readonly string[]> | undefined;

  constructor({
    platform = process.platform,
    user = process.getuid?.(),
    readTable = (path) => readFile(path, 'utf8'),
  }: PeerUsersOptions = {}) {
    this.platform = platform;
    this.user = user;
    this.readTable = readTable;
  }

  /** Whether the user of this process is at the other end; where nobody can tell, it is taken to be so. */
  isOwn(connection: Connection): Promise<boolean> {
    if (this.platform !== 'linux') return Promise.resolve(true);
    const known = this.known.get(connection);
    if (known !== undefined) return known;
    const looked = this.lookUp(connection);
    this.known.set(connection, looked);
    return looked;
  }

  private async lookUp(connection: Connection): Promise<boolean> {
    const tables = await this.tables();
    return tables.some((table) => findPeerUser(table, connection) === this.user);
  }

  /** A reading that began before a connection was made may lack it: who comes meanwhile waits for the next. */
  private tables(): Promise<readonly string[]> {
    if (this.reading === undefined) return this.read();
    this.nextReading ??= this.reading.then(() => {
      this.nextReading = undefined;
      return this.read();
    });
    return this.nextReading;
  }

  private read(): Promise<readonly string[]> {
    const reading = Promise.all(TABLES.map((path) => this.readTable(path).catch(() => '')));
    this.reading = reading;
    void reading.then(() => {
      if (this.reading === reading) this.reading = undefined;
    });
    return reading;
  }
}
