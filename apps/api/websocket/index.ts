export { GraphqlSockets } from './graphql-sockets';
export { isForSocket } from './upgrade';
