import { newId } from './configuration-row.ts';

/** Does what people do in a running sandbox, over HTTP. */
export interface SandboxClient {
  /** Configures a channel for `task.created`. */
  configure(): Promise<void>;
  /** Sends a task by its number; answers the status. */
  send(task: number): Promise<number>;
  /** The numbers of the tasks that the channel shows, oldest first. */
  tasks(): Promise<number[]>;
}

/** `apiKey` is the one that the server prints. */
export function sandboxClient(origin: string, apiKey: string): SandboxClient {
  async function call<Answer>(
    method: string,
    path: string,
    body?: unknown,
    bearer?: string,
  ): Promise<Answer> {
    const headers = {
      origin,
      ...(bearer && { authorization: `Bearer ${bearer}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    const answer = await fetch(origin + path, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json() as Promise<Answer>;
  }

  return {
    async configure() {
      const { channels, people } = await call<{ channels: { id: string }[]; people: { id: string }[] }>(
        'GET',
        '/sandbox/api/state',
      );
      const channel = encodeURIComponent(channels[0]?.id ?? '');
      const { url } = await call<{ url: string }>('POST', `/sandbox/api/channels/${channel}/webhooks`, {
        kind: 'workflow',
        name: 'Alerts',
      });
      const { token } = await call<{ token: string }>('POST', '/sandbox/api/token', {
        personId: people[0]?.id,
      });
      const wanted = { creationKey: newId(), name: 'Tasks', eventTypes: ['task.created'], language: 'en' };
      const made = { ...wanted, host: { kind: 'tab' } };
      const { id } = await call<{ id: string }>('POST', '/api/configurations', made, token);
      await call('PUT', `/api/configurations/${id}/destination`, { url }, token);
    },
    async send(task) {
      const answer = await fetch(`${origin}/api/events`, {
        method: 'POST',
        headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
        body: JSON.stringify({ type: 'task.created', title: `Task ${task}`, id: String(task) }),
      });
      await answer.arrayBuffer();
      return answer.status;
    },
    async tasks() {
      const { posts } = await call<{ posts: { content: unknown }[] }>('GET', '/sandbox/api/posts?after=0');
      return posts.map(({ content }) => Number(/Task (\d+)/.exec(JSON.stringify(content))?.[1]));
    },
  };
}
