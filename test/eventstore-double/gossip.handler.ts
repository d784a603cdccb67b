import type { sendUnaryData } from '@grpc/grpc-js';
import { ClusterInfo, EndPoint, MemberInfo } from '@eventstore/db-client/generated/gossip_pb';

/** A cluster of one, which leads. */
export function clusterInfo(answer: sendUnaryData<ClusterInfo>, port: number): void {
  const leader = new MemberInfo()
    .setState(MemberInfo.VNodeState.LEADER)
    .setIsAlive(true)
    .setTimeStamp(String(Date.now()))
    .setHttpEndPoint(new EndPoint().setAddress('127.0.0.1').setPort(port));
  answer(null, new ClusterInfo().setMembersList([leader]));
}
