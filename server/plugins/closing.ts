import fastifyPlugin from 'fastify-plugin';

/**
 * Tells clients whose requests are under way while the server closes not to keep their connections: it waits
 * for every one of them, and an idle one would stay for its keep-alive time.
 */
export const closing = fastifyPlugin(
  async (app) => {
    let isClosing = false;
    app.addHook('preClose', async () => {
      isClosing = true;
    });
    app.addHook('onSend', async (_request, reply) => {
      if (isClosing) reply.header('connection', 'close');
    });
  },
  { name: 'closing' },
);
