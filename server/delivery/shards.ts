/**
 * The configurations are dealt into 64 shards by the first character of their ids, which are random. Each
 * shard is served by one node at a time, so each channel is: order and pace need no lock of their own.
 */
export const SHARDS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];

export function shardOf(configurationId: string): string {
  return configurationId.charAt(0);
}

/** How many shards each of `nodes` nodes should serve at the most. */
export function fairShare(nodes: number): number {
  return Math.ceil(SHARDS.length / Math.max(1, nodes));
}
