import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { ClientAddresses } from '../rates';

interface ConnectionLimits {
  readonly connections: number;
  readonly connectionsPerAddress: number;
}

/** Closes connections beyond what may be open, those of one address beyond its share: others come through. */
export function limitConnections(
  server: Pick<Server, 'maxConnections' | 'on'>,
  addresses: ClientAddresses,
  { connections, connectionsPerAddress }: ConnectionLimits,
  onRefused: () => void,
): void {
  const open = new Map<string, number>();
  server.maxConnections = connections;
  server.on('drop', onRefused);
  server.on('connection', (socket: Socket) => {
    const { remoteAddress = '' } = socket;
    // Everybody who comes through a proxy comes from its address.
    if (addresses.isProxy(remoteAddress)) return;
    const address = addresses.of({ socket, headers: {} });
    const count = (open.get(address) ?? 0) + 1;
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
    if (count <= connectionsPerAddress) return;
    onRefused();
    socket.resetAndDestroy();
  });
}
